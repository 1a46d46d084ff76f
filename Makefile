# miniasync: make help

VERSION  := $(shell cat VERSION)
BUILD    ?= build
CC       ?= cc
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
MANDIR   ?= $(PREFIX)/share/man
DATADIR  ?= $(PREFIX)/share
READLINE ?= yes
PYTHON   ?= python3
WERROR   ?=

WARN     = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wno-unused-parameter $(WERROR)
OWN      = -std=c11 -D_GNU_SOURCE -fno-math-errno -Isrc -DMINIASYNC_VERSION='"$(VERSION)"'

# Linked statically where the archive is there: four libraries less to load are a millisecond of start-up.
BSTATIC  := -Wl,-Bstatic
BDYNAMIC := -Wl,-Bdynamic
archive   = $(wildcard $(foreach d,/usr/lib /usr/lib64 /usr/lib/*-linux-gnu,$(d)/lib$(1).a))
static_or = $(if $(call archive,$(1)),$(BSTATIC) -l$(1) $(BDYNAMIC),-l$(1))
LIBS     = $(call static_or,tommath) $(call static_or,utf8proc) -lm -ldl
ifeq ($(READLINE),yes)
LINE     = src/repl/line_readline.c
LIBS    += $(call static_or,readline) $(call static_or,tinfo)
else
LINE     = src/repl/line_plain.c
endif

LINES    = src/repl/line_readline.c src/repl/line_plain.c
SOURCES := $(filter-out $(LINES),$(wildcard src/*.c src/*/*.c src/*/*/*.c)) $(LINE)
LIBRARY := $(sort $(shell find lib -name '*.ma' ! -path 'lib/model/*'))
OBJECTS  = $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/embedded.o
UNITS   := $(wildcard tests/unit/*.c)

.PHONY: all deps demo check test unit scripts notes asan stress-gc debug layers docs format bench install uninstall \
        clean distclean dist help FORCE
.DELETE_ON_ERROR:

all: $(BUILD)/miniasync          ## build the program (build/miniasync)

ifneq (,$(filter deps,$(MAKECMDGOALS)))
$(OBJECTS): | deps
endif

deps:                            ## install what the build needs (asks for root)
	@sh tools/deps.sh

$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD)
	@echo '$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(READLINE) $(WERROR) $(VERSION)' | cmp -s - $@ || \
	 echo '$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(READLINE) $(WERROR) $(VERSION)' > $@

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags Makefile
	@mkdir -p $(@D)
	$(CC) $(OWN) $(WARN) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/embedded.c: tools/embed.awk $(LIBRARY)
	@mkdir -p $(@D)
	LC_ALL=C awk -f tools/embed.awk $(LIBRARY) > $@

$(BUILD)/obj/embedded.o: $(BUILD)/embedded.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(OWN) -Wno-overlength-strings $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(BUILD)/miniasync: $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) $(OBJECTS) -o $@ $(LDLIBS) $(LIBS)

demo: all                        ## run the example tour
	@sh tools/demo.sh $(BUILD)/miniasync

# --- tests ---------------------------------------------------------------------------------------
check: unit scripts              ## run every test
test: check

CHECK_LIBS = $(shell pkg-config --libs check 2>/dev/null || echo -lcheck -lsubunit -lrt -lpthread)
$(BUILD)/obj/tests/%.o: tests/unit/%.c $(BUILD)/flags Makefile
	@mkdir -p $(@D)
	$(CC) $(OWN) -Itests/unit $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/unit: $(UNITS:tests/unit/%.c=$(BUILD)/obj/tests/%.o) $(filter-out $(BUILD)/obj/main.o,$(OBJECTS))
	$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(LDLIBS) $(CHECK_LIBS) $(LIBS)

unit: $(BUILD)/unit              ## C unit tests (Check)
	$(BUILD)/unit

scripts: all                     ## script tests and examples
	$(PYTHON) tests/run.py $(BUILD)/miniasync $(if $(ORACLE),--oracle $(ORACLE))

ASAN = -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
asan:                            ## the whole suite under ASan and UBSan
	ASAN_OPTIONS=detect_leaks=0 $(MAKE) check BUILD=$(BUILD)/asan CFLAGS="$(ASAN)" CPPFLAGS="-DMA_POOL=0 $(CPPFLAGS)"

stress-gc: all                   ## the script tests, collecting at every safe point
	MINIASYNC_GC_STRESS=1 $(PYTHON) tests/run.py $(BUILD)/miniasync --timeout 120

debug:                           ## build/debug/miniasync, for gdb
	$(MAKE) BUILD=$(BUILD)/debug CFLAGS="-g -O0"

layers:                          ## compare every #include with src/LAYERS
	@awk -f tools/layers.awk src/LAYERS $$(find src -name '*.[ch]' -o -name '*.def' | sort)

docs: all                        ## make docs/bytecode.md and docs/events.md out of the tables
	awk -f tools/gen_docs.awk -v what=bytecode src/bytecode/opcodes.def > docs/bytecode.md
	awk -f tools/gen_docs.awk -v what=events src/vm/events.def > docs/events.md

format:                          ## clang-format on everything that changed since HEAD
	git diff --name-only HEAD -- '*.c' '*.h' | xargs -r clang-format -i

bench: all                       ## measure against the Pythons on PATH
	$(PYTHON) bench/run.py $(BUILD)/miniasync

# --- installing ----------------------------------------------------------------------------------
install: all                     ## install to $(PREFIX) (DESTDIR is obeyed)
	install -d $(DESTDIR)$(BINDIR)
	install -m 755 $(BUILD)/miniasync $(DESTDIR)$(BINDIR)/miniasync

uninstall:                       ## remove what install put there
	rm -f $(DESTDIR)$(BINDIR)/miniasync

dist:                            ## miniasync-VERSION.tar.gz
	git archive --prefix=miniasync-$(VERSION)/ -o miniasync-$(VERSION).tar.gz HEAD

clean:                           ## remove build/
	rm -rf $(BUILD)
distclean: clean

help:                            ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

-include $(OBJECTS:.o=.d) $(UNITS:tests/unit/%.c=$(BUILD)/obj/tests/%.d)
