/// What two neighbouring readings say about each other: gender, case, definiteness.
#include "morph_internal.h"

static bool is_definite(const kb_cand* c)
{
  return c->feats.state == KB_DEF;
}

/// "هجوم روسيا": an adjective in the accusative does not describe a noun whose accusative would show.
static bool differs_in_case(const kb_cand* noun, const kb_cand* adj)
{
  const kb_feats n = noun->feats;
  const kb_feats a = adj->feats;
  return a.state == KB_INDEF && a.gender == KB_MASC && a.number == KB_SING && kb_str_ends(adj->form, KB_STR("يا")) &&
         n.gender == KB_MASC && n.number == KB_SING && !kb_str_ends(noun->form, KB_STR("ا")) &&
         !kb_str_ends(noun->form, KB_STR("ى")) && !kb_str_ends(noun->form, KB_STR("ء"));
}

/// Feature of an adjective after a noun, KB_FEATURES for none.
static unsigned agreement(const kb_cand* noun, const kb_cand* adj)
{
  if (adj->pro[0] || adj->feats.elative || !adj->feats.gender) {
    return KB_FEATURES;
  }
  if (noun->feats.upos == KB_ADJ) { // دعم عسكري إضافي
    const bool both = noun->feats.gender == adj->feats.gender && is_definite(noun) == is_definite(adj);
    return both && !noun->feats.elative && !noun->enclitic ? (unsigned)KB_W_AGREES : (unsigned)KB_FEATURES;
  }
  const unsigned gender = kb_feats_agreeing_gender(noun->feats);
  const bool     agrees = !gender || gender == adj->feats.gender;
  if (differs_in_case(noun, adj)) {
    return KB_W_DISAGREES;
  }
  const bool same = is_definite(noun) == is_definite(adj) || noun->enclitic;
  return agrees && same ? KB_W_AGREES : !agrees && !is_definite(adj) ? KB_W_DISAGREES : KB_FEATURES;
}

/// Feature of a verb after أنه, KB_FEATURES for none: لكنه توجه is no feminine.
static unsigned topic_agreement(const kb_cand* topic, const kb_cand* verb)
{
  const kb_feats f = verb->feats;
  const bool     differs =
    topic->topic_gender && f.upos == KB_VERB && f.person == 3 && f.gender && f.gender != topic->topic_gender;
  return differs && !verb->pro[0] ? (unsigned)KB_W_VERB_DISAGREES : (unsigned)KB_FEATURES;
}

/// Feature of a verb behind الذي، التي: mostly it says what the antecedent does.
static unsigned relative_agreement(const kb_cand* relative, const kb_cand* verb)
{
  const kb_feats r = relative->feats, v = verb->feats;
  if (v.upos != KB_VERB || verb->pro[0] || verb->enclitic || !r.gender || r.number != KB_SING || !v.gender ||
      v.person != 3 || v.number != KB_SING) {
    return KB_FEATURES;
  }
  return r.gender == v.gender ? (unsigned)KB_W_RELATIVE_AGREES : (unsigned)KB_W_RELATIVE_DISAGREES;
}

/// Feature of a name right behind a verb of saying: أعلن جمال is no herd of camels.
static unsigned is_teller(const kb_cand* verb, const kb_cand* name)
{
  const bool teller = verb->tells && name->feats.upos == KB_PROPN && !name->pro[0] && !name->addressed;
  return teller ? (unsigned)KB_W_TELLER : (unsigned)KB_FEATURES;
}

/// Feature of a noun right behind a verb: توقف القصف is no feminine.
static unsigned subject_agreement(const kb_cand* verb, const kb_cand* noun)
{
  const kb_feats v = verb->feats, n = noun->feats;
  const unsigned gender = kb_feats_agreeing_gender(n);
  if (noun->pro[0] || n.upos != KB_NOUN || !is_definite(noun) || !gender || !v.gender || v.person != 3 ||
      v.number != KB_SING || v.voice == KB_PASSIVE || (n.number == KB_PLUR && n.human)) {
    return KB_FEATURES;
  }
  return gender == v.gender ? (unsigned)KB_W_SUBJECT_AGREES : (unsigned)KB_W_SUBJECT_DISAGREES;
}

/// Feature of a dual or plural in the nominative behind a noun: قتل مسلحان is no idafa.
static unsigned not_genitive(const kb_cand* noun, const kb_cand* next)
{
  return next->nominative && !next->pro[0] && !noun->enclitic ? (unsigned)KB_W_NOT_GENITIVE : (unsigned)KB_FEATURES;
}

/// "أصدر النادي بيانا": by its ending an object, which no definite word before it governs as a genitive.
static unsigned free_accusative(const kb_cand* before, const kb_cand* noun)
{
  if (noun->feats.upos != KB_NOUN || noun->feats.state != KB_INDEF || noun->pro[0]) {
    return KB_FEATURES;
  }
  switch (before->last_tag) {
  case KB_TAG_PREP:
    return KB_W_NOT_GENITIVE;
  case KB_TAG_NOUN_DEF:
  case KB_TAG_NOUN_PRON:
  case KB_TAG_ADJ_DEF:
  case KB_TAG_PROPN:
  case KB_TAG_PREP_PRON:
    return KB_W_ACCUSATIVE;
  default:
    return KB_FEATURES;
  }
}

/// Feature by which two neighbours agree or do not, KB_FEATURES for none.
unsigned kb_morph__agreement(const kb_cand* a, const kb_cand* b)
{
  if (a->last_tag == KB_TAG_TOPIC) {
    return topic_agreement(a, b);
  }
  if (a->last_tag == KB_TAG_REL) {
    return relative_agreement(a, b);
  }
  if (a->feats.upos == KB_VERB) {
    const unsigned teller = a->enclitic ? (unsigned)KB_FEATURES : is_teller(a, b);
    return a->enclitic || teller < KB_FEATURES ? teller : subject_agreement(a, b);
  }
  if (b->after_from && a->last_tag == KB_TAG_PREP) {
    return kb_str_eq(a->lemma, KB_STR("من")) ? (unsigned)KB_W_SECOND_PREP : (unsigned)KB_FEATURES;
  }
  if (b->feats.upos == KB_ADJ) {
    return a->feats.upos == KB_NOUN || a->feats.upos == KB_ADJ ? agreement(a, b) : (unsigned)KB_FEATURES;
  }
  const bool     governs = a->last_tag == KB_TAG_NOUN || a->last_tag == KB_TAG_PREP;
  const unsigned ending  = governs ? not_genitive(a, b) : (unsigned)KB_FEATURES;
  return ending < KB_FEATURES ? ending : free_accusative(a, b);
}

uint32_t kb_morph__pair(const kb_cand* a, const kb_cand* b, uint16_t out[2])
{
  const unsigned agree = kb_morph__agreement(a, b);
  out[0]               = (uint16_t)kb_morph__pair_feature(a->last_tag, b->first_tag);
  out[1]               = (uint16_t)agree;
  return agree < KB_FEATURES ? 2 : 1;
}
