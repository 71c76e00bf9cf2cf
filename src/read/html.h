/// Shared by the files that read web pages.
#ifndef KB_READ_HTML_H
#define KB_READ_HTML_H

#include "khabar/base.h"

#include <libxml/tree.h>

/// What a page says of its article. The buffers are owned; empty where it says nothing.
typedef struct kb_page_meta {
  kb_buf title, url, publisher, published, language;
  kb_buf body; ///< text of the article, as some pages give it for machines
} kb_page_meta;

/// Read <meta>, <link>, <time>, <title> and JSON-LD.
void kb_read__page_meta(const xmlNode* root, kb_page_meta* meta);
void kb_read__page_meta_release(kb_page_meta* meta);

/// Append the paragraphs of the article, one a line, without what a page puts around them.
void kb_read__page_text(xmlNode* root, kb_buf* out);

/** \name Elements */

/// The node after `node` below `top`, in the order of the page; NULL at the end. Past what lies in `node` if `over`.
xmlNode* kb_read__page_next(const xmlNode* top, xmlNode* node, bool over);
/// Is it an element of this name?
bool kb_read__page_is(const xmlNode* node, const char* name);
/// An attribute; empty where it is missing. Valid as long as the page.
kb_str kb_read__page_attribute(const xmlNode* node, const char* name);

#endif // KB_READ_HTML_H
