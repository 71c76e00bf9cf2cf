#include "read_internal.h"

enum {
  KB_SHORT_WORDS     = 25, ///< longest headline or caption
  KB_SUBHEAD_WORDS   = 12,
  KB_FOREIGN_WORDS   = 6,  ///< longest line in another script that is page furniture
  KB_PARAGRAPH_WORDS = 15, ///< shortest line that ends a section of links
  KB_TOP_LINES       = 12, ///< a title is looked for in these
  KB_UNKNOWN         = 0xFF,
};

typedef struct kb_line {
  kb_span       span;
  uint64_t      hash;
  uint32_t      n_words;
  uint32_t      copy_of; ///< earlier line with the same words
  const kb_cue* cue;     ///< that it is or begins with, or NULL
  uint8_t       kind;    ///< kb_block_kind, or KB_UNKNOWN
  bool          section;
  bool          stop; ///< ends like a sentence, or announces one
  bool          arabic;
  bool          date; ///< says a date and hardly anything else
} kb_line;

typedef struct kb_page {
  kb_doc*               doc;
  const kb_boilerplate* cues;
  kb_line*              lines;
  uint32_t              n;
  bool                  arabic; ///< has Arabic letters at all
} kb_page;

/** \name Lines */

static bool is_trimmed(uint32_t c)
{
  return kb_text_is_space(c) || kb_text_is_ignorable(c);
}

/// The character before byte `i`, which is not the first; the byte where it begins to `*start`.
static uint32_t character_before(kb_str text, size_t i, size_t* start)
{
  *start = i - 1;
  while (*start > 0 && ((unsigned char)text.p[*start] & 0xC0u) == 0x80u) {
    --*start;
  }
  size_t end = *start;
  return kb_text_next(text, &end);
}

/// Without spaces on both sides.
static kb_span trim(kb_str text, uint32_t start, uint32_t end)
{
  const kb_str all   = {text.p, end};
  size_t       first = start, last = end, next = start;
  while (next < end && is_trimmed(kb_text_next(all, &next))) {
    first = next;
  }
  while (last > first && is_trimmed(character_before(all, last, &next))) {
    last = next;
  }
  return first < last ? (kb_span){(uint32_t)first, (uint32_t)last} : (kb_span){start, start};
}

static bool is_stop(uint32_t c)
{
  return c == '.' || c == 0x2026 || c == ':' || c == 0x60C || c == 0x61B || c == ',' || c == 0x6D4;
}

static bool is_closing(uint32_t c)
{
  return c == '"' || c == '\'' || c == 0xBB || c == 0x201D || c == ')' || c == 0x2019;
}

static const kb_cue* cue_of(const kb_page* page, const kb_line* line, const kb_line_words* words)
{
  const kb_boilerplate* cues = page->cues;
  uint32_t              n    = 0;
  const kb_cue*         cue  = NULL;
  if (words->n == words->known) {
    cue = kb_read__cue(cues, KB_CUE_LINE, kb_read__line_key(words, 0, words->n));
  }
  if (!cue) {
    cue = kb_read__cue_at(cues, KB_CUE_START, words, 0, &n);
    cue = cue && line->n_words <= cue->max ? cue : NULL;
  }
  for (uint32_t i = 0; !cue && !line->stop && i < words->known; ++i) {
    cue = kb_read__cue_at(cues, KB_CUE_WORD, words, i, &n);
    cue = cue && line->n_words <= cue->max ? cue : NULL;
  }
  return cue;
}

/// The last character that is neither blank nor a closing mark, 0 for none.
static uint32_t last_character(kb_str text, kb_span line)
{
  for (size_t i = line.end; i > line.start;) {
    const uint32_t c = character_before(text, i, &i);
    if (!is_trimmed(c) && !is_closing(c)) {
      return c;
    }
  }
  return 0;
}

static bool has_letter(kb_str text, kb_span line)
{
  const kb_str all = {text.p, line.end};
  for (size_t i = line.start; i < line.end;) {
    if (kb_text_is_letter(kb_text_next(all, &i))) {
      return true;
    }
  }
  return false;
}

static void look_at(const kb_page* page, kb_line* line)
{
  const kb_str  text = page->doc->text;
  kb_line_words words;
  kb_read__line_words(text, line->span, &words);
  line->arabic  = has_letter(text, line->span);
  line->stop    = is_stop(last_character(text, line->span));
  line->n_words = words.n;
  line->hash    = words.hash;
  line->cue     = words.n ? cue_of(page, line, &words) : NULL;
  line->date    = kb_read__line_is_date(page->cues, &words);
  line->kind    = KB_UNKNOWN;
  line->copy_of = KB_NONE;
}

static kb_status cut_lines(kb_page* page)
{
  KB_ARRAY(kb_line) lines = {0};
  const kb_str text       = page->doc->text;
  for (size_t at = 0; at < text.n;) {
    const char*   feed = memchr(text.p + at, '\n', text.n - at);
    const size_t  stop = feed ? (size_t)(feed - text.p) : text.n;
    const kb_span span = trim(text, (uint32_t)at, (uint32_t)stop);
    at                 = stop + 1;
    if (span.start < span.end) {
      kb_line* line = kb_array_push(page->doc->arena, &lines);
      if (!line) {
        return KB_E_NOMEM;
      }
      line->span = span;
      look_at(page, line);
      page->arabic = page->arabic || line->arabic;
    }
  }
  page->lines = lines.v;
  page->n     = lines.n;
  return KB_OK;
}

/** \name Cues */

static void label_by_cue(const kb_page* page, kb_line* line)
{
  if (line->cue) {
    line->kind    = line->cue->kind;
    line->section = line->cue->section;
  } else if (page->arabic && !line->arabic && line->n_words > 0 && line->n_words <= KB_FOREIGN_WORDS) {
    line->kind = line->date ? KB_BLOCK_MASTHEAD : KB_BLOCK_NAVIGATION;
  } else if (line->date) {
    line->kind = KB_BLOCK_MASTHEAD;
  } else if (!line->stop && kb_read__is_dateline(page->cues, page->doc->text, line->span)) {
    line->kind = KB_BLOCK_DATELINE;
  } else if (line->arabic && page->doc->text.p[line->span.start] == '#' && line->n_words <= KB_SUBHEAD_WORDS) {
    line->kind = KB_BLOCK_TAGS;
  }
}

/// Lines of mere punctuation go with the line before them.
static void label_fragments(kb_page* page)
{
  for (uint32_t i = 0; i < page->n; ++i) {
    if (page->lines[i].n_words == 0) {
      page->lines[i].kind =
        i > 0 && page->lines[i - 1].kind != KB_UNKNOWN ? page->lines[i - 1].kind : KB_BLOCK_NAVIGATION;
    }
  }
}

/// Comments and lists of links run to the end; a paragraph of the article ends the latter.
static void label_sections(kb_page* page)
{
  const kb_line* open = NULL;
  bool           body = false;
  for (uint32_t i = 0; i < page->n; ++i) {
    kb_line*   line      = &page->lines[i];
    const bool paragraph = line->kind == KB_UNKNOWN && line->n_words >= KB_PARAGRAPH_WORDS && line->stop;
    if (line->section && body) {
      open = line;
    } else if (open && open->kind == KB_BLOCK_NAVIGATION && paragraph) {
      open = NULL;
    } else if (open && line->kind == KB_UNKNOWN) {
      line->kind = open->kind;
    }
    body = body || paragraph;
  }
}

/** \name Repeated lines */

/// Of ten different words of the shorter line, how many stand in the other?
static uint32_t likeness(const kb_page* page, const kb_line* a, const kb_line* b)
{
  kb_line_words v;
  kb_line_words w;
  uint32_t      common = 0;
  if (a->hash == b->hash) {
    return 10;
  }
  kb_read__line_words(page->doc->text, a->span, &v);
  kb_read__line_words(page->doc->text, b->span, &w);
  const uint32_t most = v.known > w.known ? v.known : w.known;
  for (uint32_t i = 0; i < v.known; ++i) {
    const kb_str word  = kb_read__line_key(&v, i, i + 1);
    bool         found = false;
    for (uint32_t j = 0; j < w.known && !found; ++j) {
      found = kb_str_eq(word, kb_read__line_key(&w, j, j + 1));
    }
    common += found && !kb_str_eq(word, KB_STR("0")); // a list of results is no repetition
  }
  return most ? common * 10 / most : 0;
}

static kb_status find_copies(kb_page* page)
{
  kb_map    first = {0};
  kb_status st    = KB_OK;
  for (uint32_t i = 0; i < page->n && st == KB_OK; ++i) {
    kb_line*       line  = &page->lines[i];
    const kb_str   key   = {(const char*)&line->hash, sizeof line->hash};
    const uint32_t other = line->n_words > 1 ? kb_map_get(&first, key) : KB_NONE;
    line->copy_of        = other != KB_NONE && page->lines[other].n_words == line->n_words ? other : KB_NONE;
    if (other == KB_NONE && line->n_words > 1) {
      st = kb_map_put(&first, key, i);
    }
  }
  kb_map_release(&first);
  return st;
}

static uint32_t next_unknown(const kb_page* page, uint32_t i)
{
  while (i < page->n && page->lines[i].kind != KB_UNKNOWN) {
    ++i;
  }
  return i;
}

static bool is_short(const kb_line* line, uint32_t most)
{
  return line->n_words <= most && !line->stop;
}

/// Two short lines alike, one behind the other: a caption and the text of its picture.
static void label_captions(kb_page* page)
{
  for (uint32_t i = next_unknown(page, 0); i < page->n;) {
    const uint32_t next = next_unknown(page, i + 1);
    kb_line*       a    = &page->lines[i];
    kb_line*       b    = next < page->n ? &page->lines[next] : NULL;
    if (b && is_short(a, KB_SHORT_WORDS) && is_short(b, KB_SHORT_WORDS) && a->n_words > 1 &&
        likeness(page, a, b) >= 8) {
      a->kind = b->kind = KB_BLOCK_CAPTION;
    }
    i = next;
  }
  for (uint32_t i = 0; i < page->n; ++i) {
    kb_line* line = &page->lines[i];
    if (line->kind == KB_UNKNOWN && line->copy_of != KB_NONE && is_short(line, KB_SHORT_WORDS)) {
      line->kind = page->lines[line->copy_of].kind == KB_BLOCK_HEADLINE ? KB_BLOCK_HEADLINE : KB_BLOCK_CAPTION;
    }
  }
}

/** \name Headlines */

/// The line that is the title of the metadata; page->n if none.
static uint32_t find_title(const kb_page* page)
{
  kb_line_words title;
  kb_read__line_words(page->doc->title, (kb_span){0, (uint32_t)page->doc->title.n}, &title);
  for (uint32_t i = 0; title.n && i < page->n && i < KB_TOP_LINES; ++i) {
    if (page->lines[i].hash == title.hash && page->lines[i].n_words == title.n) {
      return i;
    }
  }
  return page->n;
}

/// The first short line is the headline, if something follows it that can be the article.
static void label_headline(kb_page* page)
{
  const uint32_t title = find_title(page);
  if (title < page->n) {
    page->lines[title].kind = KB_BLOCK_HEADLINE;
    return;
  }
  const uint32_t i    = next_unknown(page, 0);
  const uint32_t next = next_unknown(page, i + 1);
  if (next < page->n && is_short(&page->lines[i], KB_SHORT_WORDS) && page->lines[i].n_words > 1) {
    page->lines[i].kind = page->doc->title.n ? KB_BLOCK_SUBHEAD : KB_BLOCK_HEADLINE;
  }
}

/// The line between headline and news that says where and for whom it was written.
static void label_place(kb_page* page)
{
  const uint32_t i    = next_unknown(page, 0);
  const uint32_t next = next_unknown(page, i + 1);
  bool           head = false;
  for (uint32_t k = 0; k < i; ++k) {
    head = head || page->lines[k].kind == KB_BLOCK_HEADLINE;
  }
  if (head && next < page->n && !page->lines[i].stop && kb_read__is_place_line(page->doc->text, page->lines[i].span)) {
    page->lines[i].kind = KB_BLOCK_DATELINE;
  }
}

/// A short line before a longer one.
static void label_subheads(kb_page* page)
{
  for (uint32_t i = next_unknown(page, 0); i < page->n;) {
    const uint32_t next = next_unknown(page, i + 1);
    kb_line*       line = &page->lines[i];
    const bool head = next < page->n && is_short(line, KB_SUBHEAD_WORDS) && page->lines[next].n_words > line->n_words;
    line->kind      = head ? KB_BLOCK_SUBHEAD : KB_BLOCK_BODY;
    i               = next;
  }
}

/// Agencies named before the article make a dateline, behind it the source.
static void label_agencies(kb_page* page)
{
  bool body = false;
  for (uint32_t i = 0; i < page->n; ++i) {
    kb_line* line = &page->lines[i];
    if (line->kind == KB_BLOCK_DATELINE && body) {
      line->kind = KB_BLOCK_SOURCE;
    }
    body = body || line->kind == KB_BLOCK_BODY;
  }
}

/** \name Blocks */

static kb_status add_block(kb_doc* doc, kb_span span, uint8_t kind, uint32_t copy_of)
{
  kb_block* block = kb_array_push(doc->arena, &doc->blocks);
  if (!block) {
    return KB_E_NOMEM;
  }
  *block = (kb_block){span, kind, copy_of};
  return KB_OK;
}

static kb_status make_blocks(const kb_page* page)
{
  kb_doc*   doc      = page->doc;
  uint32_t* block_of = kb_arena_array(doc->arena, page->n, sizeof *block_of);
  kb_status st       = block_of ? KB_OK : KB_E_NOMEM;
  bool      body     = false;
  doc->blocks.n      = 0;
  for (uint32_t i = 0; i < page->n && st == KB_OK; ++i) {
    const kb_line* line = &page->lines[i];
    kb_span        span = line->span;
    if (line->kind == KB_BLOCK_BODY && !body) {
      const uint32_t n = kb_read__dateline(page->cues, doc->text, span);
      st = n ? add_block(doc, trim(doc->text, span.start, span.start + n), KB_BLOCK_DATELINE, KB_NONE) : st;
      span.start += n;
      body = true;
    }
    if (st == KB_OK) {
      block_of[i] = doc->blocks.n;
      st          = add_block(doc, span, line->kind, line->copy_of == KB_NONE ? KB_NONE : block_of[line->copy_of]);
    }
  }
  return st;
}

/// The date of the issue, where the metadata gave none.
static void find_date(kb_doc* doc, const kb_boilerplate* cues)
{
  for (uint32_t i = 0; i < doc->blocks.n && !doc->published.year; ++i) {
    const kb_block* block = &doc->blocks.v[i];
    kb_line_words   words;
    kb_date         date;
    if (block->kind == KB_BLOCK_MASTHEAD || block->kind == KB_BLOCK_DATELINE) {
      kb_read__line_words(doc->text, block->span, &words);
      if (kb_read__line_date(cues, doc->text, &words, &date)) {
        doc->published = date;
      }
    }
  }
}

kb_status kb_read_blocks(kb_doc* doc, const kb_boilerplate* cues, kb_error* err)
{
  kb_page   page = {.doc = doc, .cues = cues};
  kb_status st   = cut_lines(&page);
  st             = st == KB_OK ? find_copies(&page) : st;
  for (uint32_t i = 0; st == KB_OK && i < page.n; ++i) {
    label_by_cue(&page, &page.lines[i]);
  }
  if (st == KB_OK) {
    label_fragments(&page);
    label_sections(&page);
    label_headline(&page);
    label_captions(&page);
    label_place(&page);
    label_subheads(&page);
    label_agencies(&page);
    st = make_blocks(&page);
  }
  if (st == KB_OK) {
    find_date(doc, cues);
  }
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
