/// Which of the entries that share a name is meant.
#include "resolve_internal.h"

/** \name Countries of the article */

static kb_status count_nation(kb_resolver* r, uint32_t gaz, uint32_t weight)
{
  for (uint32_t i = 0; i < r->nations.n; ++i) {
    if (r->nations.v[i].gaz == gaz) {
      r->nations.v[i].count += weight;
      return KB_OK;
    }
  }
  kb_nation_score* n = kb_array_push(r->doc->arena, &r->nations);
  if (!n) {
    return KB_E_NOMEM;
  }
  *n = (kb_nation_score){gaz, weight};
  return KB_OK;
}

kb_status kb_resolve__weigh_nations(kb_resolver* r)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; i < r->doc->mentions.n && st == KB_OK; ++i) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (m->gaz == KB_NONE) {
      continue;
    }
    const kb_gaz* g = kb_lexicon_gaz(r->lex, m->gaz);
    if (g->type == KB_ENT_COUNTRY) {
      st = count_nation(r, m->gaz, 2);
    } else if (m->gaz_count == 1 && g->country != KB_NONE) {
      st = count_nation(r, g->country, 1);
    }
  }
  return st;
}

uint32_t kb_resolve__nation_count(const kb_resolver* r, uint32_t gaz)
{
  for (uint32_t i = 0; i < r->nations.n; ++i) {
    if (r->nations.v[i].gaz == gaz) {
      return r->nations.v[i].count;
    }
  }
  return 0;
}

/** \name Dates */

static int compare_dates(kb_date a, kb_date b)
{
  const int x = a.year * 400 + a.month * 32 + a.day;
  const int y = b.year * 400 + b.month * 32 + b.day;
  return (x > y) - (x < y);
}

static bool in_office(const kb_office* o, kb_date day)
{
  if (!day.year) {
    return false;
  }
  const kb_date to = {o->to.year, o->to.month ? o->to.month : 12, o->to.day ? o->to.day : 31};
  return compare_dates(o->from, day) <= 0 && (!o->to.year || compare_dates(day, to) <= 0);
}

/** \name Scores */

static float score_person(const kb_resolver* r, const kb_mention* m, const kb_gaz* g)
{
  float score = 0;
  for (uint32_t i = 0; i < g->n_offices; ++i) {
    const kb_office* o = kb_lexicon_office(r->lex, g->first_office + i);
    if (in_office(o, r->doc->published)) {
      score = score < 1 ? 1 : score;
      if (m->office != KB_NONE && kb_str_starts(o->role_ar, kb_lexicon_title(r->lex, m->office)->ar)) {
        score = 4;
      }
    }
  }
  return score;
}

/// How well an entry fits the mention in this article.
static float score(const kb_resolver* r, const kb_mention* m, uint32_t id)
{
  const kb_gaz*  g     = kb_lexicon_gaz(r->lex, id);
  const uint32_t count = g->country == KB_NONE ? 0 : kb_resolve__nation_count(r, g->country);
  float          s     = g->qid.n ? 0.5f : 0;
  if (m->nation != KB_NONE && m->kind == KB_MENTION_NOMINAL) {
    s += g->country == m->nation ? 6.0f : -6.0f;
  } else if (m->nation != KB_NONE && g->country == m->nation && g->type == KB_ENT_PERSON) {
    s += 3;
  }
  s += count ? 2.0f + 0.2f * (float)(count > 20 ? 20 : count) : 0;
  s += g->type == KB_ENT_PERSON ? score_person(r, m, g) : 0;
  s += g->capital_of != KB_NONE ? 2.0f : 0;
  s += g->type == KB_ENT_COUNTRY ? 5.0f : 0;
  s += g->type == m->type ? 3.0f : 0;
  return s;
}

/** \name Entries of a name */

static uint32_t walk(const kb_resolver* r, uint32_t node, const kb_name* name)
{
  for (unsigned i = 0; i < name->n && node != KB_NONE; ++i) {
    node = kb_lexicon_step(r->lex, node, name->word[i]);
  }
  return node;
}

uint32_t kb_resolve__best_entry(const kb_resolver* r, const kb_mention* m, const kb_name* name, kb_phrase_kind kind)
{
  const uint32_t node  = name->n ? walk(r, KB_PHRASE_ROOT, name) : KB_NONE;
  uint32_t       best  = KB_NONE;
  float          limit = 0;
  for (uint32_t p = kb_lexicon_ends(r->lex, node); p != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(r->lex, p);
    if (phrase->kind == kind) {
      const float s = score(r, m, phrase->id);
      if (best == KB_NONE || s > limit) {
        best  = phrase->id;
        limit = s;
      }
    }
    p = phrase->next;
  }
  return best;
}

uint32_t kb_resolve__entry_of_nations(const kb_resolver* r, const kb_name* name, kb_phrase_kind kind)
{
  const uint32_t node = name->n ? walk(r, KB_PHRASE_ROOT, name) : KB_NONE;
  uint32_t       best = KB_NONE, most = 0, second = 0;
  for (uint32_t p = kb_lexicon_ends(r->lex, node); p != KB_NONE;) {
    const kb_phrase* phrase  = kb_lexicon_phrase(r->lex, p);
    const uint32_t   country = phrase->kind == kind ? kb_lexicon_gaz(r->lex, phrase->id)->country : KB_NONE;
    const uint32_t   count   = country == KB_NONE ? 0 : kb_resolve__nation_count(r, country);
    if (count > most) {
      second = most;
      most   = count;
      best   = phrase->id;
    } else if (count > second) {
      second = count;
    }
    p = phrase->next;
  }
  return most >= 2 && 2 * most >= 3 * second ? best : KB_NONE;
}

bool kb_resolve__is_called(const kb_resolver* r, kb_str first, const kb_name* name, uint32_t gaz)
{
  uint32_t node = kb_lexicon_step(r->lex, KB_PHRASE_ROOT, first);
  node          = node == KB_NONE ? KB_NONE : walk(r, node, name);
  for (uint32_t p = kb_lexicon_ends(r->lex, node); p != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(r->lex, p);
    if (phrase->id == gaz && phrase->kind <= KB_PHRASE_CONTEXT) {
      return true;
    }
    p = phrase->next;
  }
  return false;
}

/** \name Offices */

static kb_str next_word(kb_str* rest)
{
  size_t n = 0;
  while (n < rest->n && rest->p[n] != ' ') {
    ++n;
  }
  kb_str word = {rest->p, n};
  *rest       = kb_str_from(*rest, n + 1);
  word        = word.n > 4 && kb_str_starts(word, KB_STR("ال")) ? kb_str_from(word, 4) : word;
  word.n -= word.n > 4 && kb_str_ends(word, KB_STR("ة")) ? 2 : 0;
  return word;
}

/// Equal but for articles and the gender of the holder: رئيسة الوزراء, رئيس وزراء.
static bool same_office(kb_str a, kb_str b)
{
  while (a.n && b.n) {
    if (!kb_str_eq(next_word(&a), next_word(&b))) {
      return false;
    }
  }
  return !a.n && !b.n;
}

/// Does the person hold the office on the day of the article?
static bool holds(const kb_resolver* r, const kb_gaz* person, kb_str office)
{
  for (uint32_t k = 0; k < person->n_offices; ++k) {
    const kb_office* o = kb_lexicon_office(r->lex, person->first_office + k);
    if (same_office(o->role_ar, office) && in_office(o, r->doc->published)) {
      return true;
    }
  }
  return false;
}

uint32_t kb_resolve__holder(const kb_resolver* r, kb_str office, uint32_t country)
{
  uint32_t found = KB_NONE;
  for (uint32_t i = kb_lexicon_gaz(r->lex, country)->first_person; i != KB_NONE;
       i          = kb_lexicon_gaz(r->lex, i)->next_person) {
    if (holds(r, kb_lexicon_gaz(r->lex, i), office)) {
      if (found != KB_NONE) {
        return KB_NONE; // two of them: the data cannot tell
      }
      found = i;
    }
  }
  return found;
}
