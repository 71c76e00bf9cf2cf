/// What every test under cmocka needs.
#ifndef KHABAR_TEST_UNIT_H
#define KHABAR_TEST_UNIT_H

#include "ontology.h"

#include "khabar/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#endif // KHABAR_TEST_UNIT_H
