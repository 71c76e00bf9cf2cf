/* A web page: the text of its article, and what the page says of it. Parsed by libxml2, which mends broken markup. */
#include "html.h"
#include "read_internal.h"

#include <libxml/HTMLparser.h>
#include <strings.h>

/// A page beyond it is no article.
#define KB_PAGE_MAX ((size_t)16 << 20)

xmlNode* kb_read__page_next(const xmlNode* top, xmlNode* node, bool over)
{
  if (node->children && !over) {
    return node->children;
  }
  while (node && node != top && !node->next) {
    node = node->parent;
  }
  return node && node != top ? node->next : NULL;
}

bool kb_read__page_is(const xmlNode* node, const char* name)
{
  return node->type == XML_ELEMENT_NODE && strcasecmp((const char*)node->name, name) == 0;
}

kb_str kb_read__page_attribute(const xmlNode* node, const char* name)
{
  for (const xmlAttr* a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next) {
    if (strcasecmp((const char*)a->name, name) == 0) {
      return a->children && a->children->content ? kb_str_of((const char*)a->children->content) : KB_STR("");
    }
  }
  return KB_STR("");
}

/** \name Character set */

/// The value of "charset=" in the first bytes, as <meta> has it.
static bool declared_charset(kb_str bytes, char out[32])
{
  static const char mark[] = "charset=";
  const size_t      end    = bytes.n < 2048 ? bytes.n : 2048;
  for (size_t i = 0; i + sizeof mark < end; ++i) {
    if (strncasecmp(bytes.p + i, mark, sizeof mark - 1) == 0) {
      size_t n = 0;
      i += sizeof mark - 1;
      i += bytes.p[i] == '"' || bytes.p[i] == '\'';
      while (i < end && n < 31 && !strchr("\"' ;/>", bytes.p[i])) {
        out[n++] = bytes.p[i++];
      }
      out[n] = '\0';
      return n > 0;
    }
  }
  return false;
}

/// Bytes that are UTF-8 are UTF-8, whatever a page says; then comes what it says, then a guess.
static kb_status import(const kb_intake* in, kb_str bytes, kb_arena* arena, kb_str* text, kb_error* err)
{
  char        declared[32];
  const char* charset = in->options->charset;
  if (!charset && kb_text_valid(bytes) == bytes.n) {
    charset = "UTF-8";
  } else if (!charset && !kb_read__is_utf16(bytes) && declared_charset(bytes, declared) &&
             strcasecmp(declared, "utf-8") != 0 && kb_text_import(bytes, declared, arena, text, NULL) == KB_OK) {
    return KB_OK;
  }
  return kb_text_import(bytes, charset, arena, text, err);
}

/** \name The article */

/// One line, blanks folded, in the form all texts have; empty on failure.
static kb_str field(const kb_buf* buf, kb_arena* arena)
{
  kb_str out = {"", 0};
  return buf->n && kb_text_import(kb_buf_as_str(buf), "UTF-8", arena, &out, NULL) == KB_OK ? out : KB_STR("");
}

/// The headline, if the paragraphs do not begin with it, and the paragraphs.
static void compose(const kb_page_meta* meta, xmlNode* root, kb_buf* out)
{
  kb_buf paragraphs = {0};
  kb_read__page_text(root, &paragraphs);
  const kb_buf* body  = meta->body.n > 2 * paragraphs.n ? &meta->body : &paragraphs;
  const kb_str  title = kb_buf_as_str(&meta->title);
  const kb_str  head  = {body->p, body->n < 4096 ? body->n : 4096};
  bool          there = title.n == 0;
  for (size_t i = 0; !there && i + title.n <= head.n; ++i) {
    there = memcmp(head.p + i, title.p, title.n) == 0;
  }
  const bool blank = kb_read__is_blank(kb_buf_as_str(body));
  if (!there && !blank) {
    kb_buf_add(out, title);
    kb_buf_byte(out, '\n');
  }
  kb_buf_add(out, blank ? KB_STR("") : kb_buf_as_str(body));
  out->failed |= body->failed || paragraphs.failed;
  kb_buf_release(&paragraphs);
}

static kb_status
make_article(kb_intake* in, const kb_page_meta* meta, kb_str page, kb_arena* arena, kb_doc* doc, kb_error* err)
{
  const char* path = kb_read__source_path(in->source);
  kb_str      text = {"", 0};
  if (!page.n) {
    return kb_error_set(err, KB_E_INPUT, path, 0, "no article in this page");
  }
  kb_status st = kb_text_import(page, "UTF-8", arena, &text, err);
  st           = st == KB_OK ? kb_read__start(in, arena, doc, kb_read__stem(path), text, err) : st;
  if (st != KB_OK) {
    return st;
  }
  const kb_str publisher = field(&meta->publisher, arena);
  const kb_str language  = field(&meta->language, arena);
  const kb_str published = kb_buf_as_str(&meta->published);
  doc->title             = field(&meta->title, arena);
  doc->url               = field(&meta->url, arena);
  doc->publisher         = publisher.n ? publisher : doc->publisher;
  doc->language          = language.n ? language : doc->language;
  if (published.n && !kb_read_date(published, &doc->published)) {
    kb_read__warn(in, 0, "date \"%.*s\" not understood", (int)(published.n < 40 ? published.n : 40), published.p);
  }
  return KB_OK;
}

static void say_nothing(void* user, xmlErrorPtr error)
{
  (void)user, (void)error;
}

/// NULL when out of memory. The handler is set here since raptor has put its own in for the whole program.
static htmlDocPtr parse(kb_str html)
{
  static const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                             HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) {
    return NULL;
  }
  parser->sax->initialized = XML_SAX2_MAGIC; // or serror is not looked at
  parser->sax->serror      = say_nothing;
  htmlDocPtr page          = htmlCtxtReadMemory(parser, html.p, (int)html.n, NULL, "UTF-8", options);
  htmlFreeParserCtxt(parser);
  return page;
}

static kb_status read_page(kb_intake* in, kb_str html, kb_arena* arena, kb_doc* doc, kb_error* err)
{
  kb_page_meta meta = {0};
  kb_buf       text = {0};
  htmlDocPtr   page = parse(html);
  xmlNode*     root = page ? xmlDocGetRootElement(page) : NULL;
  if (root) {
    kb_read__page_meta(root, &meta);
    compose(&meta, root, &text);
  }
  const bool failed = text.failed || meta.title.failed || meta.url.failed || meta.publisher.failed ||
                      meta.published.failed || meta.language.failed;
  const kb_status st = failed ? kb_error_nomem(err) : make_article(in, &meta, kb_buf_as_str(&text), arena, doc, err);
  kb_read__page_meta_release(&meta);
  kb_buf_release(&text);
  xmlFreeDoc(page);
  return st;
}

kb_status kb_read__html_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err)
{
  *more = !in->done;
  if (in->done) {
    return KB_OK;
  }
  in->done        = true;
  kb_str    bytes = {"", 0};
  kb_str    html  = {"", 0};
  kb_status st =
    kb_read__source_all(in->source, in->max_bytes < KB_PAGE_MAX ? in->max_bytes : KB_PAGE_MAX, &bytes, err);
  st = st == KB_OK ? import(in, bytes, arena, &html, err) : st;
  return st == KB_OK ? read_page(in, html, arena, doc, err) : st;
}
