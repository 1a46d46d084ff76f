/* signal_module.h - what is done with signals at a safe point. */
#ifndef RUNTIME_MODULES_SIGNAL_MODULE_H
#define RUNTIME_MODULES_SIGNAL_MODULE_H

#include "vm/vm.h"

/* Takes every noted signal and runs its handler; Ctrl-C without one raises KeyboardInterrupt. false: raised.
 * [script] */
bool signal_run_handlers(VM *vm);

#endif
