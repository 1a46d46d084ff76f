/* snapshot.c - a State of what lives now, for %tasks and %why: a recording is begun, what exists is told to it, and
 * it ends. So the prompt pays nothing for it while nobody asks. */
#include "repl/repl_internal.h"

#include "trace/already.h"
#include "trace/recorder.h"
#include "trace/recording.h"

Recording *snapshot_take(Repl *repl)
{
    Recording *recording = recording_new();
    RecorderOptions options = { .real_clock = true };
    if (!recording)
        return NULL;
    recording->prompt = true;
    Recorder *recorder = recording_add_file(recording, "<prompt>", "", 0) != UINT32_MAX
                             ? recorder_start(repl->vm, recording, &options) : NULL;
    if (!recorder) {
        recording_free(recording);
        return NULL;
    }
    already_tell(repl->vm, repl->loop);
    recorder_end(recorder, "done", 0);
    return recording;
}
