/* What a web page says of its article: <meta>, <link>, <time>, <title>, JSON-LD. */
#include "html.h"

#include <jansson.h>
#include <strings.h>

/// The first to give a value is believed.
static void give(kb_buf* field, kb_str value)
{
  if (field->n) {
    return;
  }
  bool blank = false;
  for (size_t i = 0; i < value.n; ++i) {
    const bool white = strchr(" \t\r\n\f", value.p[i]) != NULL;
    if (!white && blank && field->n) {
      kb_buf_byte(field, ' ');
    }
    if (!white) {
      kb_buf_byte(field, value.p[i]);
    }
    blank = white;
  }
}

/** \name JSON-LD */

static kb_str text_of(const json_t* value)
{
  return json_is_string(value) ? (kb_str){json_string_value(value), json_string_length(value)} : KB_STR("");
}

/// "NewsArticle", "ReportageNewsArticle", ["Article", ...]
static bool is_article(const json_t* object)
{
  const json_t* type = json_object_get(object, "@type");
  for (size_t i = 0; i < json_array_size(type); ++i) {
    if (kb_str_ends(text_of(json_array_get(type, i)), KB_STR("Article"))) {
      return true;
    }
  }
  return kb_str_ends(text_of(type), KB_STR("Article")) || kb_str_eq(text_of(type), KB_STR("BlogPosting"));
}

/// The object itself, or one in the array, or in its "@graph".
static const json_t* find_article(const json_t* value)
{
  const json_t* list = json_is_object(value) ? json_object_get(value, "@graph") : value;
  if (is_article(value)) {
    return value;
  }
  for (size_t i = 0; i < json_array_size(list); ++i) {
    if (is_article(json_array_get(list, i))) {
      return json_array_get(list, i);
    }
  }
  return NULL;
}

static void read_json_ld(const xmlNode* script, kb_page_meta* meta)
{
  const xmlNode* text = script->children;
  json_t*        root = text && text->content ? json_loads((const char*)text->content, 0, NULL) : NULL;
  const json_t*  a    = find_article(root);
  if (a) {
    const json_t* publisher = json_object_get(a, "publisher");
    give(&meta->title, text_of(json_object_get(a, "headline")));
    give(&meta->published, text_of(json_object_get(a, "datePublished")));
    give(&meta->language, text_of(json_object_get(a, "inLanguage")));
    give(&meta->url, text_of(json_object_get(a, "url")));
    give(&meta->publisher, text_of(json_is_object(publisher) ? json_object_get(publisher, "name") : publisher));
    if (!meta->body.n) {
      kb_buf_add(&meta->body, text_of(json_object_get(a, "articleBody")));
    }
  }
  json_decref(root);
}

/** \name Elements */

/// Names of <meta> in the order in which they are believed.
static const struct {
  const char* name;
  size_t      field; ///< offset in kb_page_meta
} names[] = {
  {"article:published_time", offsetof(kb_page_meta, published)},
  {"datePublished", offsetof(kb_page_meta, published)},
  {"og:article:published_time", offsetof(kb_page_meta, published)},
  {"pubdate", offsetof(kb_page_meta, published)},
  {"publish-date", offsetof(kb_page_meta, published)},
  {"DC.date.issued", offsetof(kb_page_meta, published)},
  {"DC.date", offsetof(kb_page_meta, published)},
  {"date", offsetof(kb_page_meta, published)},
  {"og:title", offsetof(kb_page_meta, title)},
  {"twitter:title", offsetof(kb_page_meta, title)},
  {"og:site_name", offsetof(kb_page_meta, publisher)},
  {"og:url", offsetof(kb_page_meta, url)},
};

enum { N_NAMES = sizeof names / sizeof *names };

typedef struct found {
  kb_str of_name[N_NAMES];
  kb_str canonical, time, language;
  kb_buf title, heading; ///< <title>, <h1>
} found;

static void add_content(const xmlNode* top, kb_buf* out)
{
  if (out->n) {
    return;
  }
  for (xmlNode* node = kb_read__page_next(top, (xmlNode*)top, false); node;
       node          = kb_read__page_next(top, node, false)) {
    if (node->type == XML_TEXT_NODE && node->content) {
      kb_buf_text(out, (const char*)node->content);
    }
  }
}

static void read_meta(const xmlNode* node, found* f)
{
  static const char* const keys[]  = {"property", "name", "itemprop"};
  const kb_str             content = kb_read__page_attribute(node, "content");
  for (size_t k = 0; k < sizeof keys / sizeof *keys; ++k) {
    const kb_str key = kb_read__page_attribute(node, keys[k]);
    for (size_t i = 0; key.n && i < N_NAMES; ++i) {
      if (strcasecmp(key.p, names[i].name) == 0 && !f->of_name[i].n) {
        f->of_name[i] = content;
      }
    }
  }
}

static void read_element(const xmlNode* node, found* f, kb_page_meta* meta)
{
  if (kb_read__page_is(node, "meta")) {
    read_meta(node, f);
  } else if (kb_read__page_is(node, "link")) {
    if (kb_str_eq(kb_read__page_attribute(node, "rel"), KB_STR("canonical"))) {
      f->canonical = kb_read__page_attribute(node, "href");
    }
  } else if (kb_read__page_is(node, "time")) {
    f->time = f->time.n ? f->time : kb_read__page_attribute(node, "datetime");
  } else if (kb_read__page_is(node, "title")) {
    add_content(node, &f->title);
  } else if (kb_read__page_is(node, "h1")) {
    add_content(node, &f->heading);
  } else if (kb_read__page_is(node, "html")) {
    f->language = kb_read__page_attribute(node, "lang");
  } else if (kb_read__page_is(node, "script") &&
             kb_str_eq(kb_read__page_attribute(node, "type"), KB_STR("application/ld+json"))) {
    read_json_ld(node, meta);
  }
}

/// "Headline - Paper", "Headline | Paper": what stands before the name of the site.
static kb_str without_site(kb_str title)
{
  static const char* const marks[] = {" | ", " - ", " – ", " — "};
  for (size_t k = 0; k < sizeof marks / sizeof *marks; ++k) {
    const kb_str mark = kb_str_of(marks[k]);
    for (size_t i = title.n; i > mark.n; --i) {
      if (kb_str_ends((kb_str){title.p, i}, mark)) {
        return (kb_str){title.p, i - mark.n};
      }
    }
  }
  return title;
}

void kb_read__page_meta(const xmlNode* root, kb_page_meta* meta)
{
  found f = {0};
  for (xmlNode* node = (xmlNode*)root; node; node = kb_read__page_next(root, node, false)) {
    read_element(node, &f, meta);
  }
  for (size_t i = 0; i < N_NAMES; ++i) {
    give((kb_buf*)(void*)((char*)meta + names[i].field), f.of_name[i]);
  }
  give(&meta->title, kb_buf_as_str(&f.heading));
  give(&meta->title, without_site(kb_buf_as_str(&f.title)));
  give(&meta->url, f.canonical);
  give(&meta->published, f.time);
  give(&meta->language, f.language);
  meta->title.failed |= f.title.failed || f.heading.failed;
  kb_buf_release(&f.title);
  kb_buf_release(&f.heading);
}

void kb_read__page_meta_release(kb_page_meta* meta)
{
  kb_buf* const all[] = {&meta->title, &meta->url, &meta->publisher, &meta->published, &meta->language, &meta->body};
  for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
    kb_buf_release(all[i]);
  }
}
