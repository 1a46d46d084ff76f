/* requests.c - module _requests: one HTTP exchange through libcurl, which is opened when the module is imported.
 * It blocks, as requests does: no other task runs meanwhile; or it is gone on with piece by piece, so that other threads
 * or greenlets run. Ctrl-C is looked at twenty times a second.
 * Redirects, sessions and Response objects are lib/requests. */
#include "base/mem.h"
#include "base/platform.h"
#include "runtime/modules/curl.h"
#include "runtime/modules/helpers.h"
#include "runtime/world.h"

extern const ModuleSpec _requests_module;

enum { HEADER_LIMIT_BYTES = 256 * 1024, WAIT_MS = 50 };

typedef struct {
    void *library;
    int (*global_init)(long flags);
    Curl *(*easy_init)(void);
    void (*easy_cleanup)(Curl *);
    int (*easy_setopt)(Curl *, int option, ...);
    int (*easy_getinfo)(Curl *, int info, ...);
    const char *(*easy_strerror)(int);
    CurlMulti *(*multi_init)(void);
    int (*multi_cleanup)(CurlMulti *);
    int (*multi_add_handle)(CurlMulti *, Curl *);
    int (*multi_remove_handle)(CurlMulti *, Curl *);
    int (*multi_perform)(CurlMulti *, int *running);
    int (*multi_poll)(CurlMulti *, void *extra, unsigned extra_count, int timeout_ms, int *ready);
    CurlMessage *(*multi_info_read)(CurlMulti *, int *left);
    CurlList *(*slist_append)(CurlList *, const char *);
    void (*slist_free_all)(CurlList *);
} Library;

typedef struct {
    Heap *heap;
    uint8_t *bytes;
    size_t count, capacity, limit;
    bool too_large, no_memory;
    int64_t last_ns;      /* when something arrived last */
} Received;

static size_t receive(char *bytes, size_t size, size_t count, void *context)
{
    Received *r = context;
    size_t more = size * count;
    r->last_ns = platform_now_ns();
    if (r->limit && r->count + more > r->limit) {
        r->too_large = true;
        return 0;
    }
    if (r->count + more > r->capacity) {
        size_t grown = r->capacity * 2 > r->count + more ? r->capacity * 2 : r->count + more + START(1024);
        uint8_t *moved = heap_array(r->heap, r->bytes, r->capacity, grown);
        if (!moved) {
            r->no_memory = true;
            return 0;
        }
        r->bytes = moved;
        r->capacity = grown;
    }
    memcpy(r->bytes + r->count, bytes, more);
    r->count += more;
    return more;
}

static void finalise_library(Heap *heap, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    if (blob->data)
        mem_free(blob->data, sizeof(Library));
    blob->data = NULL;
}

static void visit_library(Marker *marker, Obj *obj)
{
    mark_value(marker, ((Blob *)(void *)obj)->v);
}

static bool open_library(Library *l)
{
    static const char *const names[] = { "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.so",
                                         "libcurl.4.dylib", "libcurl.dylib" };
    for (int i = 0; i < COUNT_OF(names) && !l->library; i++)
        l->library = platform_load_library(names[i]);
    if (!l->library)
        return false;
#define FIND(member, name)                                                          \
    do {                                                                            \
        void (*found)(void) = platform_find_symbol(l->library, name);               \
        if (!found)                                                                 \
            return false;                                                           \
        memcpy(&l->member, &found, sizeof found);                                   \
    } while (0)
    FIND(global_init, "curl_global_init");
    FIND(easy_init, "curl_easy_init");
    FIND(easy_cleanup, "curl_easy_cleanup");
    FIND(easy_setopt, "curl_easy_setopt");
    FIND(easy_getinfo, "curl_easy_getinfo");
    FIND(easy_strerror, "curl_easy_strerror");
    FIND(multi_init, "curl_multi_init");
    FIND(multi_cleanup, "curl_multi_cleanup");
    FIND(multi_add_handle, "curl_multi_add_handle");
    FIND(multi_remove_handle, "curl_multi_remove_handle");
    FIND(multi_perform, "curl_multi_perform");
    FIND(multi_poll, "curl_multi_poll");
    FIND(multi_info_read, "curl_multi_info_read");
    FIND(slist_append, "curl_slist_append");
    FIND(slist_free_all, "curl_slist_free_all");
#undef FIND
    return l->global_init(CURL_GLOBAL_ALL) == CURLE_OK;
}

/* One exchange on its way. */
typedef struct {
    Library library;          /* a copy: at the end of the heap that one may go first */
    Curl *easy;
    CurlMulti *multi;
    CurlList *headers;
    Received head, body;
    int64_t read_ns;          /* nothing may come for so long; -1: no limit */
    void *sent;               /* a copy of the body of the request */
    size_t sent_bytes;
    char message[CURL_ERROR_BYTES];
} Transfer;

static void transfer_free(Transfer *t)
{
    Library *l = &t->library;
    Heap *heap = t->head.heap;
    if (t->multi && t->easy)
        l->multi_remove_handle(t->multi, t->easy);
    if (t->multi)
        l->multi_cleanup(t->multi);
    if (t->easy)
        l->easy_cleanup(t->easy);
    l->slist_free_all(t->headers);
    heap_array_free(heap, t->head.bytes, t->head.capacity);
    heap_array_free(heap, t->body.bytes, t->body.capacity);
    mem_free(t->sent, t->sent_bytes);
    mem_free(t, sizeof *t);
}

static void finalise_transfer(Heap *heap, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    if (blob->data)
        transfer_free(blob->data);
    blob->data = NULL;
}

/* Turns the wheel. CURLE_x; -1: raised (Ctrl-C); -2: nothing came for read_ns; -3: not yet, and `block` is not set. */
static int run(VM *vm, Transfer *t, bool block)
{
    Library *l = &t->library;
    int running = 1;
    while (running) {
        if (l->multi_perform(t->multi, &running) != 0)
            return CURLE_OUT_OF_MEMORY;
        if (!running)
            break;
        if (vm->attention & ATTENTION_SIGNAL)
            if (!vm_safe_point(vm))
                return -1;
        int64_t now = platform_now_ns(), last = t->head.last_ns > t->body.last_ns ? t->head.last_ns : t->body.last_ns;
        int64_t wait_ms = WAIT_MS;
        if (t->read_ns >= 0) {
            double connected = 0;
            l->easy_getinfo(t->easy, CURLINFO_PRETRANSFER_TIME, &connected);
            if (connected <= 0) {
                t->head.last_ns = now; /* the time for reading begins when the request can be sent */
            } else {
                int64_t left = last + t->read_ns - now;
                if (left <= 0)
                    return -2;
                if (left / 1000000 + 1 < wait_ms)
                    wait_ms = left / 1000000 + 1;
            }
        }
        if (!block)
            return -3;
        l->multi_poll(t->multi, NULL, 0, (int)wait_ms, NULL);
    }
    int left;
    CurlMessage *message = l->multi_info_read(t->multi, &left);
    return message && message->what == CURL_DONE ? message->data.result : CURLE_OUT_OF_MEMORY;
}

/* The word the library layer makes an exception of. */
static const char *failure_of(int code)
{
    switch (code) {
    case -2: return "read timeout";
    case CURLE_OPERATION_TIMEDOUT: return "connect timeout";
    case CURLE_UNSUPPORTED_PROTOCOL: return "scheme";
    case CURLE_URL_MALFORMAT: return "url";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE: return "ssl";
    default: return "connection";
    }
}

static Value finish(VM *vm, Library *l, Curl *easy, int code, const Received *head, const Received *body,
                    const char *message)
{
    if (code == -1)
        return VALUE_RAISED;
    if (head->no_memory || body->no_memory || code == CURLE_OUT_OF_MEMORY)
        return raise_memory(vm);
    long status = 0;
    l->easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    Value row[4];
    if (code != CURLE_OK) {
        row[0] = VALUE_NONE;
        row[1] = vm_str_cstr(vm, head->too_large ? "headers" : failure_of(code));
        row[2] = vm_str_cstr(vm, head->too_large ? "the headers are longer than 262,144 bytes"
                                 : *message      ? message
                                 : code >= 0     ? l->easy_strerror(code)
                                                 : "timed out");
        row[3] = VALUE_NONE;
    } else {
        row[0] = make_int(vm, status);
        row[1] = vm_own(vm, bytes_new(vm->heap, head->bytes ? (const char *)head->bytes : "", head->count));
        row[2] = vm_own(vm, bytes_new(vm->heap, body->bytes ? (const char *)body->bytes : "", body->count));
        row[3] = VALUE_NONE;
    }
    return vm_raised(vm) ? VALUE_RAISED : vm_tuple_of(vm, 4, row);
}

static Value begin_transfer(VM *vm, Transfer *t, Value *args)
{
    Library *l = &t->library;
    const char *method, *url;
    size_t length, body_length = 0;
    const uint8_t *sent = NULL;
    double connect_s = -1, read_s = -1;
    if (!value_is_str(args[0]) || !value_is_str(args[1]) || !value_is_list(args[2]))
        return raise_type(vm, "begin() takes method, url and a list of headers");
    if (!(method = vm_utf8(vm, args[0], &length, true)) || !(url = vm_utf8(vm, args[1], &length, true)))
        return VALUE_RAISED;
    if (!value_is_none(args[3]) && !bytes_view(args[3], &sent, &body_length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[3]);
    if ((!value_is_none(args[4]) && !vm_number_to_double(vm, args[4], &connect_s)) ||
        (!value_is_none(args[5]) && !vm_number_to_double(vm, args[5], &read_s)))
        return VALUE_RAISED;
    int verify = vm_truth(vm, args[6]);
    if (verify < 0)
        return VALUE_RAISED;
    for (size_t i = 0; i < as_list(args[2])->count; i++) {
        Value line = as_list(args[2])->items[i];
        const char *bytes = value_is_str(line) ? vm_utf8(vm, line, &length, true) : NULL;
        CurlList *longer = bytes ? l->slist_append(t->headers, bytes) : NULL;
        if (!longer)
            return vm_raised(vm) ? VALUE_RAISED : raise_type(vm, "a header is no str");
        t->headers = longer;
    }
    if (sent) {
        t->sent_bytes = body_length ? body_length : 1;
        t->sent = mem_alloc(t->sent_bytes);
        if (!t->sent)
            return raise_memory(vm);
        memcpy(t->sent, sent, body_length);
    }
    t->read_ns = read_s >= 0 ? (int64_t)(read_s * 1e9) : -1;
    t->easy = l->easy_init();
    t->multi = t->easy ? l->multi_init() : NULL;
    if (!t->multi)
        return raise_memory(vm);
    size_t (*sink)(char *, size_t, size_t, void *) = receive;
    Curl *easy = t->easy;
    l->easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    l->easy_setopt(easy, CURLOPT_URL, url);
    l->easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    l->easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    l->easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    l->easy_setopt(easy, CURLOPT_ERRORBUFFER, t->message);
    l->easy_setopt(easy, CURLOPT_HTTPHEADER, t->headers);
    l->easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    l->easy_setopt(easy, CURLOPT_WRITEFUNCTION, sink);
    l->easy_setopt(easy, CURLOPT_WRITEDATA, &t->body);
    l->easy_setopt(easy, CURLOPT_HEADERFUNCTION, sink);
    l->easy_setopt(easy, CURLOPT_HEADERDATA, &t->head);
    l->easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!verify) {
        l->easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        l->easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (connect_s >= 0)
        l->easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)(connect_s * 1000 + 0.999));
    if (sent) {
        l->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (int64_t)body_length);
        l->easy_setopt(easy, CURLOPT_POSTFIELDS, t->sent);
    }
    if (strcmp(method, "HEAD") == 0)
        l->easy_setopt(easy, CURLOPT_NOBODY, 1L);
    else
        l->easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
    l->multi_add_handle(t->multi, easy);
    return VALUE_NONE;
}

/* args: method, url, headers (list of str), body (bytes or None), connect and read timeout in seconds or None,
 * verify. Answers what go_on() takes. */
static Value requests_begin(VM *vm, Value *args, int nargs)
{
    Transfer *t = mem_alloc_zero(sizeof *t);
    if (!t)
        return raise_memory(vm);
    int64_t now = platform_now_ns();
    t->library = *(Library *)((Blob *)(void *)value_obj(KEEP(vm, REQUESTS)))->data;
    t->head = (Received){ .heap = vm->heap, .limit = HEADER_LIMIT_BYTES, .last_ns = now };
    t->body = (Received){ .heap = vm->heap, .last_ns = now };
    if (value_is_raised(begin_transfer(vm, t, args))) {
        transfer_free(t);
        return VALUE_RAISED;
    }
    return runtime_blob(vm, as_class(KEEP(vm, TRANSFER)), BLOB_TRANSFER, t);
}

/* Goes on with an exchange, to its end if `block` is true. Answers None (not yet) or (status, header bytes, body
 * bytes, None) or (None, kind of failure, message, None). */
static Value requests_go_on(VM *vm, Value *args, int nargs)
{
    if (class_of(vm, args[0]) != as_class(KEEP(vm, TRANSFER)))
        return raise_type(vm, "go_on() takes what begin() gave");
    Blob *blob = (Blob *)(void *)value_obj(args[0]);
    Transfer *t = blob->data;
    if (!t)
        return raise_value(vm, "this exchange is over");
    int code = run(vm, t, value_same(args[1], VALUE_TRUE));
    if (code == -3)
        return VALUE_NONE;
    Value result = finish(vm, &t->library, t->easy, code, &t->head, &t->body, t->message);
    blob->data = NULL;
    transfer_free(t);
    return result;
}

static bool setup(VM *vm, Module *module)
{
    Library *l = mem_alloc_zero(sizeof *l);
    if (!l) {
        raise_memory(vm);
        return false;
    }
    if (!open_library(l)) {
        mem_free(l, sizeof *l);
        raise_fmt(vm, vm->exc[EXC_ImportError],
                  "requests needs the library libcurl, which is not there (Debian package: libcurl4)");
        return false;
    }
    Runtime *runtime = runtime_of(vm);
    runtime->blob_types[BLOB_CURL] = heap_add_blob_type(vm->heap, visit_library, finalise_library) + 1;
    static const TypeSpec type = { "_Library", "_requests", "libcurl.", KIND_BLOB, CLASS_FINAL, NULL, NULL };
    Class *cls = type_create(vm, &type, NULL);
    if (!cls) {
        mem_free(l, sizeof *l);
        return false;
    }
    KEEP(vm, REQUESTS) = runtime_blob(vm, cls, BLOB_CURL, l);
    runtime->blob_types[BLOB_TRANSFER] = heap_add_blob_type(vm->heap, visit_library, finalise_transfer) + 1;
    static const TypeSpec transfer = { "_Transfer", "_requests", "An exchange on its way.", KIND_BLOB, CLASS_FINAL, NULL,
                                       NULL };
    Class *transfer_class = type_create(vm, &transfer, NULL);
    if (!transfer_class)
        return false;
    KEEP(vm, TRANSFER) = OBJ(transfer_class);
    return true;
}

WORLD(requests_go_on, "http") /* its bytes are only sent there, too */

static const NativeSpec functions[] = {
    { "begin", requests_begin, "method, url, headers, body, connect_timeout, read_timeout, verify, /", 0, 0, 0,
      "One request; go_on() carries it out." },
    { "go_on", requests_go_on_told, "exchange, block, /", 0, 0, 0, "Its answer, or None: not yet." },
    { 0 },
};

const ModuleSpec _requests_module = { "_requests", "HTTP through libcurl.", functions, NULL, setup };
