# miniasync: `make help` lists the targets. Everything made lies below build/ (BUILD=DIR: elsewhere).

VERSION  := $(shell cat VERSION)
BUILD    ?= build
CC       ?= cc
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
DATADIR  ?= $(PREFIX)/share
MANDIR   ?= $(DATADIR)/man
INSTALL  ?= install
PYTHON   ?= python3
# yes: the prompt edits lines with GNU readline (the binary is then GPL-3.0-or-later as a whole); no: without.
READLINE ?= yes
# WERROR=-Werror: warnings are errors, as in .ci/run.
WERROR   ?=

# Inlining across files is worth 5 to 10 % (docs/why.md); only with gcc, and only with our own CFLAGS.
ifeq ($(origin CFLAGS),file)
LTO      := $(if $(findstring Free Software Foundation,$(shell $(CC) --version 2>/dev/null)),-flto=auto)
endif
WARN     = -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wno-unused-parameter $(WERROR)
# A fixed address saves some thousand relocations at each start (where the linker knows how).
FIXED    := $(if $(filter Linux,$(shell uname -s)),-fno-pie)
LINK     = $(if $(FIXED),-no-pie) $(LTO)
OWN      = $(FIXED) $(LTO) -std=c11 -D_GNU_SOURCE -fno-math-errno -Isrc -DMINIASYNC_VERSION='"$(VERSION)"'
# Where libraries are is looked up in recipes only: `make deps all` finds what deps has just installed.
INCLUDES = $$(grep -o -e '-I[^ ]*' $(BUILD)/libs)

EDITOR   = src/repl/editor.c src/repl/keys.c src/repl/draw.c src/repl/history.c
LINES    = $(EDITOR) src/repl/editor_none.c
LINE     = $(if $(filter yes,$(READLINE)),$(EDITOR),src/repl/editor_none.c)
SOURCES := $(filter-out $(LINES),$(wildcard src/*.c src/*/*.c src/*/*/*.c)) $(LINE)
LIBRARY := $(sort $(shell find lib -name '*.ma' ! -path 'lib/model/*'))
OBJECTS  = $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/embedded.o $(BUILD)/obj/frozen.o $(BUILD)/obj/page.o
# The compiler alone. It freezes lib/: FREEZE=FILE names one that runs here when CC builds for another machine.
COMPILER = $(filter $(foreach room,base object bytecode lexer parser compiler,$(BUILD)/obj/$(room)/%.o),$(OBJECTS))
FREEZE   = $(BUILD)/freeze
UNITS   := $(wildcard tests/unit/*.c)
UNIT_OBJECTS = $(UNITS:tests/unit/%.c=$(BUILD)/obj/tests/%.o)

.PHONY: all deps demo check check-ui prompt traces test unit scripts cli faults oracle asan stress stress-gc fuzz debug debug-values layers docs docs-check format bench hook-cost \
        install uninstall clean distclean dist help FORCE
.DELETE_ON_ERROR:

all: $(BUILD)/miniasync          ## build the program (build/miniasync)

deps:                            ## install what build and tests need (asks for root)
	@sh tools/deps.sh

# --- building ------------------------------------------------------------------------------------
STAMP = $(CC) $(CFLAGS) $(LTO) $(CPPFLAGS) $(LDFLAGS) $(LDLIBS) $(READLINE) $(WERROR) $(VERSION)
$(BUILD)/flags: FORCE            # changes when the flags do: then everything is built again
	@mkdir -p $(BUILD)
	@echo '$(STAMP)' | cmp -s - $@ || echo '$(STAMP)' > $@

$(BUILD)/libs: $(BUILD)/flags tools/libs.sh $(if $(filter deps,$(MAKECMDGOALS)),| deps)
	@sh tools/libs.sh '$(CC)' tommath utf8proc $(if $(filter yes,$(READLINE)),readline) > $@

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags Makefile | $(BUILD)/libs
	@mkdir -p $(@D)
	$(CC) $(OWN) $(WARN) $(CPPFLAGS) $(CFLAGS) $(INCLUDES) -MMD -MP -c $< -o $@

$(BUILD)/embedded.c: tools/embed.awk $(LIBRARY)
	@mkdir -p $(@D)
	LC_ALL=C awk -f tools/embed.awk $(LIBRARY) > $@

$(BUILD)/freeze: $(BUILD)/obj/freeze.o $(COMPILER) $(BUILD)/libs
	$(CC) $(CFLAGS) $(LINK) $(LDFLAGS) $(BUILD)/obj/freeze.o $(COMPILER) -o $@ $(LDLIBS) $$(cat $(BUILD)/libs) -lm

$(BUILD)/frozen.c: $(FREEZE) $(LIBRARY)
	$(FREEZE) $(LIBRARY) > $@

PAGE_SCRIPTS = reducer why lanes quiz words page source panes lane_pane quiz_pane controls
PAGE = html=src/trace/page/page.html css=src/trace/page/page.css $(PAGE_SCRIPTS:%=script=src/trace/page/%.js)
$(BUILD)/page.c: tools/embed_page.awk $(wildcard src/trace/page/*)
	@mkdir -p $(@D)
	LC_ALL=C awk -f tools/embed_page.awk $(PAGE) > $@

$(BUILD)/obj/page.o: $(BUILD)/page.c $(BUILD)/flags | $(BUILD)/libs
	@mkdir -p $(@D)
	$(CC) $(OWN) -Wno-overlength-strings $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(BUILD)/obj/embedded.o: $(BUILD)/embedded.c $(BUILD)/flags | $(BUILD)/libs
	@mkdir -p $(@D)
	$(CC) $(OWN) -Wno-overlength-strings $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(BUILD)/obj/frozen.o: $(BUILD)/frozen.c $(BUILD)/flags | $(BUILD)/libs
	@mkdir -p $(@D)
	$(CC) $(OWN) -Wno-overlength-strings $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/obj/freeze.o: tools/freeze.c $(BUILD)/flags Makefile | $(BUILD)/libs
	@mkdir -p $(@D)
	$(CC) $(OWN) $(WARN) $(CPPFLAGS) $(CFLAGS) $(INCLUDES) -MMD -MP -c $< -o $@

$(BUILD)/miniasync: $(OBJECTS) $(BUILD)/libs
	$(CC) $(CFLAGS) $(LINK) $(LDFLAGS) $(OBJECTS) -o $@ $(LDLIBS) $$(cat $(BUILD)/libs) -lm -ldl

demo: all                        ## run the example tour
	@sh tools/demo.sh $(BUILD)/miniasync

# --- tests ---------------------------------------------------------------------------------------
PARTS ?= layers docs-check unit cli prompt scripts traces
check: all $(BUILD)/unit         ## run every test (PARTS: which ones)
	@status=0; for part in $(PARTS); do \
	    $(MAKE) --no-print-directory $$part || status=1; done; exit $$status
test: check

$(BUILD)/libs-check: $(BUILD)/flags tools/libs.sh $(if $(filter deps,$(MAKECMDGOALS)),| deps)
	@sh tools/libs.sh '$(CC)' check > $@

$(BUILD)/obj/tests/%.o: tests/unit/%.c $(BUILD)/flags Makefile | $(BUILD)/libs $(BUILD)/libs-check
	@mkdir -p $(@D)
	$(CC) $(OWN) -Wall -Wextra -Wno-unused-parameter $(WERROR) -Itests/unit $(CPPFLAGS) $(CFLAGS) $(INCLUDES) \
	    -MMD -MP -c $< -o $@

$(BUILD)/unit: $(UNIT_OBJECTS) $(OBJECTS) $(BUILD)/libs $(BUILD)/libs-check
	$(CC) $(CFLAGS) $(LINK) $(LDFLAGS) $(UNIT_OBJECTS) $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) -o $@ $(LDLIBS) \
	    $$(cat $(BUILD)/libs-check $(BUILD)/libs) -lm -ldl

unit: $(BUILD)/unit              ## C unit tests (Check)
	$(BUILD)/unit

scripts: all                     ## script tests and examples
	$(PYTHON) tests/run.py $(BUILD)/miniasync $(if $(CI),--again)

cli: all                         ## the command line: status, streams, signals
	$(PYTHON) tests/cli.py $(BUILD)/miniasync

prompt: all                      ## the prompt, typed at through a pty
	$(PYTHON) tests/prompt.py $(BUILD)/miniasync

traces: all                      ## recordings and the transcripts of the stepper
	$(PYTHON) tests/trace.py $(BUILD)/miniasync $(TRACES)

check-ui: all                    ## stepper and page, seen (needs tmux, chromium)
	@status=0; for test in tests/ui/*.py; do $(PYTHON) $$test $(BUILD)/miniasync || status=1; done; exit $$status

faults: all                      ## every kind of allocation fails once, over examples and scripts
	$(PYTHON) tests/faults.py $(BUILD)/miniasync $(FAULTS)

ORACLE ?= python3.13
oracle: all                      ## the same, and CPython 3.13 (ORACLE=...) must agree
	$(PYTHON) tests/run.py $(BUILD)/miniasync --oracle '$(ORACLE)'

ASAN = -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
asan:                            ## the whole suite under ASan and UBSan, with leaks (in build/asan)
	ASAN_OPTIONS=detect_leaks=1 MINIASYNC_FREE=1 CK_FORK=no $(MAKE) check faults BUILD=$(BUILD)/asan \
	    CFLAGS='$(ASAN)' CPPFLAGS='-DMA_POOL=0 $(CPPFLAGS)'

stress-gc: all $(BUILD)/unit     ## the whole suite, collecting at every safe point
	@status=0; MINIASYNC_GC_STRESS=1 $(BUILD)/unit || status=1; \
	MINIASYNC_GC_STRESS=1 $(PYTHON) tests/run.py $(BUILD)/miniasync --timeout 120 --again || status=1; exit $$status

stress:                          ## start sizes of 1, then failing allocations (in build/stress)
	$(MAKE) BUILD=$(BUILD)/stress CFLAGS='-g -O1' CPPFLAGS='-DMA_STRESS_SIZES $(CPPFLAGS)' all unit
	$(PYTHON) tests/run.py $(BUILD)/stress/miniasync --timeout 60 --again
	$(PYTHON) tests/faults.py $(BUILD)/stress/miniasync $(FAULTS)

# Random programs through lexer, parser, compiler and verifier, random recordings through reader and views: each
# FUZZ_SECONDS long, both at once, from a fixed seed. What it finds lies in build/fuzz/found-*; what it learns stays in
# build/fuzz/corpus-*.
FUZZ_SECONDS ?= 60
FUZZ          = -g -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
                -fno-sanitize-recover=undefined
FUZZ_FLAGS    = -seed=1 -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
                -verbosity=0 -artifact_prefix=$(BUILD)/fuzz/found-
FUZZ_RECORDED = 00_fetch 02_greenlet 05_gevent 17_wait 18_wait_raw 21_done_callback 28_lock_order
fuzz:                            ## fuzz the compiler and the reader of recordings, side by side (clang, libclang-rt)
	$(MAKE) -s BUILD=$(BUILD)/fuzz CC=clang CFLAGS='$(FUZZ)' CPPFLAGS='-DMA_POOL=0 $(CPPFLAGS)' \
	    $(BUILD)/fuzz/compile $(BUILD)/fuzz/recording $(BUILD)/fuzz/recordings
	@mkdir -p $(BUILD)/fuzz/corpus-compile $(BUILD)/fuzz/corpus-recording
	@$(BUILD)/fuzz/compile $(FUZZ_FLAGS) -max_len=4096 -dict=$(BUILD)/fuzz/tokens.dict \
	    $(BUILD)/fuzz/corpus-compile examples tests/scripts & compile=$$!; status=0; \
	$(BUILD)/fuzz/recording $(FUZZ_FLAGS) -max_len=16384 -dict=$(BUILD)/fuzz/events.dict \
	    $(BUILD)/fuzz/corpus-recording $(BUILD)/fuzz/recordings || status=1; \
	wait $$compile || status=1; exit $$status

$(BUILD)/tokens.dict: src/lexer/tokens.def
	@sed -n 's/^\(OPERATOR\|KEYWORD\)(.*, \("[^"]*"\)).*/\2/p' $< > $@
	@printf '%s\n' '"match"' '"case"' '"type"' '"_"' '"\x0a    "' '"\x0a\x09"' '"\\\x0a"' '"f\"{"' '"}\""' \
	    '"\"\"\""' "\"b'\"" '"0x"' '"1e5"' '"2j"' >> $@

$(BUILD)/events.dict: src/vm/events.def
	@sed -n 's/^EVENT( *\([a-z_]*\),.*/"\1"/p' $< > $@
	@grep -o '[a-z0-9_]*=[a-z]' $< | sed 's/=.*//' | sort -u | sed 's/.*/"\\"&\\":"/' >> $@

# What the fuzzer starts from: short recordings without the texts of their programs.
$(BUILD)/recordings: $(BUILD)/miniasync
	@mkdir -p $@
	@for name in $(FUZZ_RECORDED); do for detail in loop line; do \
	    timeout 20 $< trace --record $@/$$name.$$detail --detail $$detail --limit 150 examples/$$name.ma \
	        > /dev/null 2>&1 < /dev/null; \
	    sed -i '1s/"files":\[.*\],"clock"/"files":[{"name":"a.ma","text":"x = 1\\ny = 2"}],"clock"/' $@/$$name.$$detail; \
	done; done

$(BUILD)/compile $(BUILD)/recording: $(BUILD)/%: tests/fuzz/%.c $(OBJECTS) $(BUILD)/tokens.dict $(BUILD)/events.dict $(BUILD)/libs
	$(CC) $(OWN) $(WARN) $(CPPFLAGS) $(CFLAGS) $(INCLUDES) -fsanitize=fuzzer $(LINK) $(LDFLAGS) $< \
	    $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) -o $@ $(LDLIBS) $$(cat $(BUILD)/libs) -lm -ldl

layers:                          ## compare every #include with src/LAYERS
	@awk -f tools/layers.awk src/LAYERS $$(find src -name '*.[ch]' -o -name '*.def' | sort)

# --- for those who change it ---------------------------------------------------------------------
debug:                           ## build/debug/miniasync, for gdb
	$(MAKE) BUILD=$(BUILD)/debug CFLAGS='-g -O0'

debug-values:                    ## the same with Value as a tag and a union, and its tests (build/debug-values)
	$(MAKE) BUILD=$(BUILD)/debug-values CFLAGS='-g -Og' CPPFLAGS='-DMA_TAGGED_VALUES $(CPPFLAGS)' all unit
	$(PYTHON) tests/run.py $(BUILD)/debug-values/miniasync --timeout 60 --again

DOCS = $(BUILD)/docs/bytecode.md $(BUILD)/docs/events.md $(BUILD)/docs/errors.md
$(BUILD)/docs/bytecode.md: src/bytecode/opcodes.def tools/gen_docs.awk
	@mkdir -p $(@D)
	@LC_ALL=C awk -f tools/gen_docs.awk -v what=bytecode $< > $@
$(BUILD)/docs/events.md: src/vm/events.def tools/gen_docs.awk $(SOURCES)
	@mkdir -p $(@D)
	@LC_ALL=C awk -f tools/gen_docs.awk -v what=events $(sort $(SOURCES)) $< > $@
$(BUILD)/docs/errors.md: $(BUILD)/miniasync
	@mkdir -p $(@D)
	@$(BUILD)/miniasync explain --markdown > $@

docs: $(DOCS)                    ## make docs/bytecode.md, events.md and errors.md out of the tables
	cp $(DOCS) docs/

docs-check: $(DOCS)              ## are they up to date?
	@for file in $(DOCS); do cmp -s $$file docs/$${file##*/} || \
	    { echo "docs/$${file##*/} is out of date: run make docs"; exit 1; }; done
	@awk '/^```text/ { on = 1; next } /^```/ { on = 0 } on && $$0 != "..."' README.md | \
	    while IFS= read -r line; do grep -qxF -- "$$line" tests/trace/00_fetch.narrate || \
	    { echo "README.md: tests/trace/00_fetch.narrate has no line: $$line"; exit 1; }; done
	@echo "docs: up to date"

format:                          ## clang-format on what changed since HEAD
	git diff --name-only HEAD -- '*.c' '*.h' | xargs -r clang-format -i

hook-cost: all                   ## what the hooks of the trace cost while nobody looks (needs valgrind)
	$(MAKE) -s BUILD=$(BUILD)/no-events CPPFLAGS='-DNO_EVENTS $(CPPFLAGS)' $(BUILD)/no-events/miniasync
	$(PYTHON) bench/hook.py $(BUILD)/miniasync $(BUILD)/no-events/miniasync

bench: all                       ## measure against the Pythons on PATH
	$(PYTHON) bench/run.py $(BUILD)/miniasync

# --- installing ----------------------------------------------------------------------------------
PROGRAM    = $(DESTDIR)$(BINDIR)/miniasync
MANUAL     = $(DESTDIR)$(MANDIR)/man1/miniasync.1
COMPLETION = $(DESTDIR)$(DATADIR)/bash-completion/completions/miniasync

$(BUILD)/miniasync.1: docs/miniasync.1.in VERSION
	@mkdir -p $(@D)
	sed 's/@VERSION@/$(VERSION)/' $< > $@

install: all $(BUILD)/miniasync.1  ## install to PREFIX (/usr/local); DESTDIR is obeyed
	$(INSTALL) -d $(dir $(PROGRAM)) $(dir $(MANUAL)) $(dir $(COMPLETION))
	$(INSTALL) -m 755 $(BUILD)/miniasync $(PROGRAM)
	$(INSTALL) -m 644 $(BUILD)/miniasync.1 $(MANUAL)
	$(INSTALL) -m 644 completions/miniasync.bash $(COMPLETION)

uninstall:                       ## remove what install put there
	rm -f $(PROGRAM) $(MANUAL) $(COMPLETION)

dist:                            ## build/miniasync-VERSION.tar.gz of what is committed
	@mkdir -p $(BUILD)
	git archive --prefix=miniasync-$(VERSION)/ -o $(BUILD)/miniasync-$(VERSION).tar.gz HEAD

clean:                           ## remove build/
	rm -rf $(BUILD)
distclean: clean

help:                            ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

-include $(OBJECTS:.o=.d) $(BUILD)/obj/freeze.d $(UNIT_OBJECTS:.o=.d)
