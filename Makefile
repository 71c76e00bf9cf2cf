# khabar: Arabic news to RDF knowledge graphs.  `make help` lists the targets.

VERSION = 0.1.0
VARIANT = release
BUILD   = build/$(VARIANT)
PREFIX ?= /usr/local
DESTDIR ?=

CC     ?= cc
CFLAGS ?= -O2 -g
V      ?= 0
Q       = $(if $(filter 0,$(V)),@,)
say     = $(if $(filter 0,$(V)),@echo "  $(1)",@:)

PKGS = raptor2 icu-i18n icu-uc jansson libxml-2.0 zlib

# asked for once, at the first use: nothing is needed to read this file
pkg         = $(eval $(1) := $(shell pkg-config $(2)))$($(1))
PKG_CFLAGS  = $(call pkg,PKG_CFLAGS,--cflags $(PKGS))
PKG_LIBS    = $(call pkg,PKG_LIBS,--libs $(PKGS))
TEST_CFLAGS = $(call pkg,TEST_CFLAGS,--cflags cmocka)
TEST_LIBS   = $(call pkg,TEST_LIBS,--libs cmocka)

SANITIZE_release =
SANITIZE_asan    = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1
SANITIZE_tsan    = -fsanitize=thread -O1
SANITIZE_fuzz    = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1
SANITIZE         = $(SANITIZE_$(VARIANT))

# gcc optimises the program as a whole; the library keeps ordinary code beside it, for every linker
gcc = $(eval gcc := $(findstring Free Software Foundation,$(shell $(CC) --version)))$(gcc)
LTO_COMPILE_release = $(if $(gcc),-flto=auto -ffat-lto-objects)
LTO_LINK_release    = $(if $(gcc),-flto=auto)
LTO_COMPILE         = $(LTO_COMPILE_$(VARIANT))
LTO_LINK            = $(LTO_LINK_$(VARIANT))

WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla $(WERROR)
DEFINES  = -Iinclude -D_XOPEN_SOURCE=700 -DKB_VERSION='"$(VERSION)"'
COMPILE  = $(CC) -std=c11 -pthread $(WARN) $(DEFINES) $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(SANITIZE)
LINK     = $(CC) -pthread $(CFLAGS) $(SANITIZE) $(LDFLAGS)
LIBS     = $(PKG_LIBS) -lm

LIB_SRC  = $(filter-out src/cli/%,$(sort $(wildcard src/*/*.c)))
CLI_SRC  = $(sort $(wildcard src/cli/*.c))
UNIT_SRC = $(sort $(wildcard tests/unit/*/test_*.c) tests/morph/cases.c tests/morph/paradigms.c tests/syntax/clauses.c)
LIB_OBJ  = $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_OBJ  = $(CLI_SRC:%.c=$(BUILD)/%.o)
UNIT     = $(UNIT_SRC:%.c=$(BUILD)/%)
BENCH    = $(BUILD)/tests/bench/bench
SENTENCE = $(BUILD)/tests/sentences/run
SENT_OBJ = $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/sentences/*.c)))
FUZZ_OBJ = $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/fuzz/*.c)))
REPLAY   = $(BUILD)/tests/fuzz/replay.o
FUZZ     = $(patsubst %.o,%,$(filter-out $(REPLAY),$(FUZZ_OBJ)))
LIB      = $(BUILD)/libkhabar.a
BIN      = $(BUILD)/khabar
SOURCES  = $(LIB_SRC) $(CLI_SRC) $(sort $(UNIT_SRC) $(wildcard tests/*/*.c))
HEADERS  = $(wildcard include/khabar/*.h src/*/*.h tests/*/*.h tests/unit/*/*.h)
IMAGE    = $(BUILD)/lexicon.image

## all: build the program, its compiled dictionaries and the library (default)
all: $(BIN) $(LIB) $(IMAGE)

$(IMAGE): $(BIN) $(BUILD)/ontology.sum
	$(call say,LEX  $@)
	$(Q)$(BIN) lexicon compile --ontology ontology $@

$(LIB): $(LIB_OBJ)
	$(call say,AR   $@)
	$(Q)rm -f $@ && ar rcs $@ $(LIB_OBJ)

$(BIN): $(CLI_OBJ) $(LIB)
	$(call say,LINK $@)
	$(Q)$(LINK) $(LTO_LINK) -o $@ $(CLI_OBJ) $(LIB) $(LIBS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(call say,CC   $<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(LTO_COMPILE) -MMD -MP -c -o $@ $<

$(UNIT): $(BUILD)/%: %.c $(LIB) $(BUILD)/flags
	$(call say,TEST $<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(TEST_CFLAGS) -fno-lto -MMD -MP -MF $@.d -o $@ $< $(LIB) $(LDFLAGS) $(LIBS) $(TEST_LIBS)

# optimised as the program is
$(BENCH): %: %.o $(LIB)
	$(call say,LINK $@)
	$(Q)$(LINK) $(LTO_LINK) -o $@ $< $(LIB) $(LIBS)

$(SENTENCE): $(SENT_OBJ) $(LIB)
	$(call say,LINK $@)
	$(Q)$(LINK) -fno-lto -o $@ $(SENT_OBJ) $(LIB) $(LIBS)

# libFuzzer has a main of its own; without it the targets replay what it once found
FUZZ_MAIN = $(if $(filter fuzz,$(VARIANT)),-fsanitize=fuzzer,$(REPLAY))

$(FUZZ_OBJ): private CPPFLAGS += $(TEST_CFLAGS)

$(FUZZ): %: %.o $(REPLAY) $(LIB)
	$(call say,LINK $@)
	$(Q)$(LINK) -fno-lto -o $@ $< $(FUZZ_MAIN) $(LIB) $(LIBS) $(TEST_LIBS)

# $(call keep,command): $@ is rewritten, and so newer than what is made of it, only when the command says something new
keep = @mkdir -p $(@D) && { $(1); } >$@.new && if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$(BUILD)/flags: FORCE
	$(call keep,printf '%s\n' '$(subst ','\'',$(COMPILE) $(LTO_COMPILE))')

# sums, not times: a file may be gone, or an older one moved in its place
$(BUILD)/ontology.sum: FORCE
	$(call keep,find ontology -name '*.json' -exec cksum {} + | LC_ALL=C sort)
FORCE:

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(SENT_OBJ:.o=.d) $(FUZZ_OBJ:.o=.d) $(UNIT:=.d) $(BENCH).d

## deps: install what is missing from Debian's packages (asks for nothing when all is there)
deps:
	@.ci/deps

## test: build and run all tests; the last line says "N passed, N failed"
## check: the same
test check: deps
	@$(MAKE) --no-print-directory run-tests

run-tests: all $(UNIT) $(SENTENCE) $(FUZZ)
	@KHABAR='$(BIN)' KHABAR_ONTOLOGY=ontology KHABAR_IMAGE='$(IMAGE)' tests/run $(UNIT) $(SENTENCE) $(FUZZ) $(TESTS)

## demo: convert the sample articles and show what comes out
demo: deps
	@$(MAKE) --no-print-directory all
	@KHABAR='$(BIN)' tests/demo/run

## asan: all tests under the address and undefined behaviour sanitizers
## tsan: all tests under the thread sanitizer
asan tsan: deps
	@$(MAKE) --no-print-directory VARIANT=$@ run-tests

## fuzz: for SECONDS= each, random input to readers, dictionaries, image and stages (clang's libFuzzer)
SECONDS ?= 60
fuzz:
	@.ci/deps fuzz
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang run-fuzz

run-fuzz: $(IMAGE) $(FUZZ)
	@KHABAR_ONTOLOGY=ontology KHABAR_IMAGE='$(IMAGE)' tests/fuzz/run $(SECONDS) $(FUZZ)

## bench: processor time of each stage, words a second; INPUT= takes your own articles
INPUT ?= tests/articles
bench: deps
	@$(MAKE) --no-print-directory all $(BENCH)
	@KHABAR_IMAGE='$(IMAGE)' $(BENCH) ontology $(INPUT)

## lint: include layers, house style, dictionaries, clang-tidy and cppcheck where installed
lint: layers style lexicon-check tidy cppcheck

## layers: does every folder include only what lies below it?
layers:
	@.ci/layers

## style: is every source written as `make format` writes it?
style:
	@if command -v clang-format >/dev/null; then clang-format --dry-run --Werror $(SOURCES) $(HEADERS); \
	else echo "lint: no clang-format here, skipped"; fi

## lexicon-check: schema, duplicates and conflicts of ontology/
lexicon-check: $(BIN)
	$(BIN) lexicon check --ontology ontology

# what it does not understand: lists that are included, and memory filled by a callee
CPPCHECK_WRONG = --suppress=syntaxError:include/khabar/graph.h --suppress=internalAstError --suppress=legacyUninitvar

tidy:
	@if command -v clang-tidy >/dev/null; then printf '%s\n' $(LIB_SRC) $(CLI_SRC) | xargs -P "$$(nproc)" -I{} sh -c \
	  'clang-tidy --quiet {} -- -std=c11 $(subst ','\'',$(DEFINES)) $(PKG_CFLAGS) 2>/dev/null'; \
	else echo "lint: no clang-tidy here, skipped"; fi

cppcheck:
	@if command -v cppcheck >/dev/null; then cppcheck --quiet --std=c11 --enable=warning,performance,portability \
	  --inline-suppr --suppress=missingIncludeSystem $(CPPCHECK_WRONG) --error-exitcode=1 -Iinclude $(LIB_SRC) $(CLI_SRC); \
	else echo "lint: no cppcheck here, skipped"; fi

## format: rewrite all sources in the house style (clang-format)
format:
	clang-format -i $(SOURCES) $(HEADERS)

## install: copy program, library, headers, ontology, manual to DESTDIR/PREFIX
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include/khabar $(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/khabar
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/khabar
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/libkhabar.a
	install -m 644 include/khabar/*.h include/khabar/*.def $(DESTDIR)$(PREFIX)/include/khabar
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' src/cli/khabar.pc.in \
	  > $(DESTDIR)$(PREFIX)/lib/pkgconfig/khabar.pc
	install -m 644 src/cli/khabar.1 $(DESTDIR)$(PREFIX)/share/man/man1/khabar.1
	cp -R ontology $(DESTDIR)$(PREFIX)/share/khabar/
	install -m 644 $(IMAGE) $(DESTDIR)$(PREFIX)/share/khabar/lexicon.image

## uninstall: remove what install copied
uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/include/khabar $(DESTDIR)$(PREFIX)/share/khabar
	rm -f $(DESTDIR)$(PREFIX)/bin/khabar $(DESTDIR)$(PREFIX)/lib/libkhabar.a \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig/khabar.pc $(DESTDIR)$(PREFIX)/share/man/man1/khabar.1

## clean: remove build/ and what the demo wrote
clean:
	rm -rf build
	find output -mindepth 1 ! -name README.md -delete

## help: this list
help:
	@sed -n 's/^## \([a-z-]*\): /\1	/p' Makefile | expand -t 16

.PHONY: all deps test check run-tests demo asan tsan fuzz run-fuzz bench lint layers style lexicon-check tidy cppcheck format install \
  uninstall clean help FORCE
.DELETE_ON_ERROR:
