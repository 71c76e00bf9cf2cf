#include "khabar/text.h"

static bool in(uint32_t c, uint32_t first, uint32_t last)
{
  return c - first <= last - first;
}

bool kb_text_is_letter(uint32_t c)
{
  if (c < 0x600) {
    return false;
  }
  if (c < 0x700) {
    return in(c, 0x620, 0x63F) || in(c, 0x641, 0x64A) || in(c, 0x66E, 0x66F) || in(c, 0x671, 0x6D3) || c == 0x6D5 ||
           in(c, 0x6EE, 0x6EF) || in(c, 0x6FA, 0x6FC) || c == 0x6FF;
  }
  return in(c, 0x750, 0x77F) || in(c, 0x8A0, 0x8C9) || in(c, 0xFB50, 0xFBB1) || in(c, 0xFBD3, 0xFD3D) ||
         in(c, 0xFD50, 0xFDC7) || in(c, 0xFDF0, 0xFDFB) || in(c, 0xFE80, 0xFEFC);
}

bool kb_text_is_mark(uint32_t c)
{
  if (c < 0x610) {
    return false;
  }
  if (c < 0x700) {
    return c == 0x640 || in(c, 0x64B, 0x65F) || c == 0x670 || in(c, 0x610, 0x61A) || in(c, 0x6D6, 0x6DC) ||
           in(c, 0x6DF, 0x6E8) || in(c, 0x6EA, 0x6ED);
  }
  return in(c, 0x8CA, 0x8E1) || in(c, 0x8E3, 0x8FF) || in(c, 0xFE70, 0xFE7F);
}

int kb_text_digit(uint32_t c)
{
  if (in(c, '0', '9')) {
    return (int)(c - '0');
  }
  if (in(c, 0x660, 0x669)) {
    return (int)(c - 0x660);
  }
  return in(c, 0x6F0, 0x6F9) ? (int)(c - 0x6F0) : -1;
}

bool kb_text_is_digit(uint32_t c)
{
  return kb_text_digit(c) >= 0;
}

bool kb_text_is_space(uint32_t c)
{
  return c == ' ' || in(c, '\t', '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool kb_text_is_ignorable(uint32_t c)
{
  return c == 0xAD || c == 0x34F || c == 0x61C || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
         in(c, 0x2060, 0x206F) || in(c, 0xFE00, 0xFE0F) || c == 0xFEFF;
}
