# khabar: Arabic news to RDF knowledge graphs.  `make help` lists the targets.
BUILD ?= build/release
CC ?= cc
PKGS = raptor2 icu-uc icu-i18n jansson zlib
CFLAGS ?= -O2 -g
CPPFLAGS += -Iinclude -D_POSIX_C_SOURCE=200809L $(shell pkg-config --cflags $(PKGS))
WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
LIBS = $(shell pkg-config --libs $(PKGS)) -lpthread -lm
SRC = $(filter-out src/cli/%,$(wildcard src/*/*.c))
OBJ = $(SRC:%.c=$(BUILD)/%.o)

all: $(BUILD)/khabar
$(BUILD)/libkhabar.a: $(OBJ)
	rm -f $@ && ar rcs $@ $^
$(BUILD)/khabar: $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/cli/*.c)) $(BUILD)/libkhabar.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
-include $(OBJ:.o=.d)
.PHONY: all
