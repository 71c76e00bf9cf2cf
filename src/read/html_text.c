/* The paragraphs of the article in a web page. */
#include "html.h"

#include <strings.h>

/// Elements that hold no text of the article, whatever is in them.
static const char* const apart[] = {"script", "style",  "noscript", "template", "nav",    "aside",  "footer",
                                    "form",   "button", "select",   "iframe",   "svg",    "object", "head",
                                    "video",  "audio",  "canvas",   "textarea", "dialog", NULL};

/// Elements that stand within a line; all others begin and end one.
static const char* const inlines[] = {"a",   "abbr", "b",   "bdi",  "bdo", "big", "cite",  "code", "em",     "font",
                                      "i",   "ins",  "kbd", "mark", "q",   "s",   "small", "span", "strong", "sub",
                                      "sup", "time", "tt",  "u",    "wbr", "var", "data",  NULL};

static bool is_any(const xmlNode* node, const char* const* names)
{
  for (; *names; ++names) {
    if (kb_read__page_is(node, *names)) {
      return true;
    }
  }
  return false;
}

static bool is_apart(const xmlNode* node)
{
  return node->type == XML_COMMENT_NODE || is_any(node, apart) ||
         (node->type == XML_ELEMENT_NODE && xmlHasProp(node, (const xmlChar*)"hidden")) ||
         kb_str_eq(kb_read__page_attribute(node, "aria-hidden"), KB_STR("true"));
}

/** \name Lines */

typedef struct lines {
  kb_buf* out;
  size_t  start;   ///< of the line in `out`
  size_t  linked;  ///< bytes of it that are in links
  bool    heading; ///< a line of its own right, even if it is a link
  bool    blank;   ///< white space is due before the next character
} lines;

/// A line that is mostly links leads elsewhere.
static void end_line(lines* l)
{
  const size_t n = l->out->n - l->start;
  if (n && l->linked * 2 > n && !l->heading) {
    l->out->n = l->start;
  } else if (n) {
    kb_buf_byte(l->out, '\n');
  }
  l->start   = l->out->n;
  l->linked  = 0;
  l->heading = false;
  l->blank   = false;
}

static bool is_white(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void add_text(lines* l, kb_str text, bool in_link)
{
  const size_t before = l->out->n;
  for (size_t i = 0; i < text.n; ++i) {
    if (is_white(text.p[i])) {
      l->blank = true;
      continue;
    }
    if (l->blank && l->out->n > l->start) {
      kb_buf_byte(l->out, ' ');
    }
    l->blank = false;
    kb_buf_byte(l->out, text.p[i]);
  }
  l->linked += in_link ? l->out->n - before : 0;
}

static bool is_in_link(const xmlNode* node, const xmlNode* top)
{
  for (; node && node != top; node = node->parent) {
    if (kb_read__page_is(node, "a")) {
      return true;
    }
    if (node->type == XML_ELEMENT_NODE && !is_any(node, inlines)) {
      return false;
    }
  }
  return false;
}

static bool is_heading(const xmlNode* node)
{
  return node->type == XML_ELEMENT_NODE && (node->name[0] == 'h' || node->name[0] == 'H') && node->name[1] >= '1' &&
         node->name[1] <= '6' && !node->name[2];
}

/// Between the children of a block a line ends where one of them is a block, too.
static void write_lines(xmlNode* top, kb_buf* out)
{
  lines          l    = {.out = out, .start = out->n};
  const xmlNode* line = top; // the innermost block around the text at hand
  for (xmlNode* node = kb_read__page_next(top, top, false); node;) {
    const bool skip = is_apart(node);
    if (node->type == XML_ELEMENT_NODE && !is_any(node, inlines)) {
      end_line(&l);
    } else if (!skip && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content) {
      const xmlNode* block = node->parent;
      while (block && block != top && is_any(block, inlines)) {
        block = block->parent;
      }
      if (block != line) {
        end_line(&l);
        line = block;
      }
      l.heading |= block && is_heading(block);
      add_text(&l, kb_str_of((const char*)node->content), is_in_link(node->parent, top));
    }
    node = kb_read__page_next(top, node, skip);
  }
  end_line(&l);
}

/** \name Where the article is */

/// Bytes of text in paragraphs below a node.
static size_t paragraph_text(xmlNode* top)
{
  size_t n = 0;
  for (xmlNode* node = kb_read__page_next(top, top, false); node;
       node          = kb_read__page_next(top, node, is_apart(node))) {
    if (node->type == XML_TEXT_NODE && node->parent && kb_read__page_is(node->parent, "p") && node->content) {
      n += strlen((const char*)node->content);
    }
  }
  return n;
}

/// The element with the most text in paragraphs out of those that `is` takes; none lies in another.
static xmlNode* fullest(xmlNode* root, bool (*is)(const xmlNode* node))
{
  xmlNode* best = NULL;
  size_t   most = 0;
  for (xmlNode* node = root; node;) {
    const bool   taken = is(node);
    const size_t n     = taken ? paragraph_text(node) : 0;
    if (n > most) {
      most = n;
      best = node;
    }
    node = kb_read__page_next(root, node, taken || is_apart(node));
  }
  return best;
}

static bool is_article_body(const xmlNode* node)
{
  return kb_str_eq(kb_read__page_attribute(node, "itemprop"), KB_STR("articleBody"));
}

static bool is_article(const xmlNode* node)
{
  return kb_read__page_is(node, "article");
}

static bool is_main(const xmlNode* node)
{
  return kb_read__page_is(node, "main") || kb_str_eq(kb_read__page_attribute(node, "role"), KB_STR("main"));
}

void kb_read__page_text(xmlNode* root, kb_buf* out)
{
  static bool (*const places[])(const xmlNode* node) = {is_article_body, is_article, is_main};
  xmlNode* top                                       = NULL;
  for (size_t i = 0; !top && i < sizeof places / sizeof *places; ++i) {
    top = fullest(root, places[i]);
  }
  write_lines(top ? top : root, out);
}
