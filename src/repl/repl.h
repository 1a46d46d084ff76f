/* repl.h - the prompt. */
#ifndef REPL_REPL_H
#define REPL_REPL_H

#include "vm/vm.h"

int repl_run(VM *vm);             /* until Ctrl-D or exit(); the exit status [script] */
const char *repl_licence(void);   /* for --version: what the line editor means for this binary */

#endif
