// reducer.js - what the runtime's structures look like after event N, rebuilt from events alone: the twin of
// src/trace/state.c. The rules are docs/trace.md, "The state"; stateJson() writes what `miniasync state FILE N`
// prints, character for character. Nothing here knows the page.
// snapshot() keeps a moment to come back to. It copies lists of rows, not rows: a row is copied when it is written
// for the first time after a snapshot (epoch).
'use strict';

let epochs = 0;
const lists = ['outer', 'ready', 'timers', 'io', 'tasks', 'futures', 'coroutines', 'generators', 'greenlets', 'syncs',
               'frames', 'output'];
const number = id => id ? +id.slice(1) : 0;
const isKind = (id, letter) => typeof id === 'string' && id[0] === letter && number(id) > 0;

class State {
    constructor() {
        this.epoch = ++epochs;
        this.next = 0;               // events folded
        this.clock = 0;
        this.loop = false;
        this.round = 0;
        this.left = 0;
        this.running = null;         // handle
        this.outer = [];             // handles that run around it
        this.task = null;
        this.greenlet = null;
        this.where = null;
        this.ready = [];
        this.timers = [];
        this.io = [];
        this.tasks = [];             // index: number of the id, less 1; so with all that follow
        this.futures = [];
        this.coroutines = [];
        this.generators = [];
        this.greenlets = [];
        this.syncs = [];
        this.frames = [];
        this.output = [];
    }

    // The row of an id, or undefined.
    row(id) {
        const list = id && this.listOf(id);
        return list && list[number(id) - 1];
    }

    listOf(id) {
        return { T: this.tasks, F: this.futures, C: this.coroutines, Y: this.generators, G: this.greenlets,
                 S: this.syncs, R: this.frames }[id[0]];
    }

    make(id, letter, fresh) {
        if (!isKind(id, letter))
            return null;
        const list = this.listOf(id), at = number(id) - 1;
        if (!list[at]) {
            list[at] = fresh(id);
            list[at].epoch = this.epoch;
        }
        return this.write(id);
    }

    // The row of an id, to be changed; or undefined.
    write(id) {
        const list = id && this.listOf(id), row = list && list[number(id) - 1];
        if (!row || row.epoch === this.epoch)
            return row;
        const copy = { ...row, epoch: this.epoch };
        if (copy.callbacks)
            copy.callbacks = copy.callbacks.slice();
        if (copy.locals)
            copy.locals = { ...copy.locals };
        return list[number(id) - 1] = copy;
    }

    // The same moment, apart from this one from now on.
    snapshot() {
        const copy = Object.assign(new State(), this);
        for (const key of lists)
            copy[key] = this[key].slice();
        copy.epoch = ++epochs;
        this.epoch = ++epochs;
        return copy;
    }

    fold(e) {
        this.clock = e.t;
        if (e.at)
            this.where = e.at;
        const rule = rules[e.ev];
        if (rule)
            rule(this, e);
        this.next++;
    }
}

// --- rows as they are made -----------------------------------------------------------------------------------

const freshTask = id => ({ id, name: null, fn: null, co: null, parent: null, at: null, state: 'ready', waits_on: null,
    chain: [], woken_by: null, woken_setter: null, cancel: false, started: false, since: 0, since_round: 0,
    outer: null, steps: 0, value: null, tb: [], seen: false, callbacks: [] });
const freshFuture = id => ({ id, kind: null, of: null, at: null, by: null, state: 'pending', value: null, set_by: null,
    seen: false, callbacks: [] });
const freshCoro = id => ({ id, fn: null, parent: null, at: null, by: null, state: 'new', frame: null, chain: [],
    locals: {} });
const freshSync = id => ({ id, kind: null, value: null, waiters: [] });
const freshFrame = id => ({ id, of: null, fn: null, line: 0, file: 0, live: false, running: false, locals: {} });

// --- what several events do ------------------------------------------------------------------------------------

const or = (value, otherwise) => value === undefined || value === null ? otherwise : value;
const place = (fn, line, file) => file ? [or(fn, '?'), line, file] : [or(fn, '?'), line];
const linkPlace = link => place(link.fn, link.line, link.file);

function pushReady(s, row) {
    s.ready.push({ h: or(row.h, null), kind: or(row.kind, null), task: or(row.task, null), fut: or(row.fut, null),
                   why: or(row.why, null), at: or(row.at, null), by: or(row.by, null), since: s.next, round: s.round,
                   cancelled: false });
}

function takeTimer(s, h) {
    const at = s.timers.findIndex(t => t.h === h);
    return at < 0 ? null : s.timers.splice(at, 1)[0];
}

function dropCallback(s, fut, h, task, kind) {
    const row = isKind(fut, 'T') || isKind(fut, 'F') ? s.write(fut) : null;
    if (!row)
        return;
    let at = h ? row.callbacks.findIndex(c => c.h === h) : -1;
    if (at < 0)
        at = row.callbacks.findIndex(c => !c.h && c.task === or(task, null) && c.kind === kind);
    if (at >= 0)
        row.callbacks.splice(at, 1);
}

function setTaskState(s, task, state) {
    task.state = state;
    task.since = s.next;
    task.since_round = s.round;
}

function setCoroState(s, id, state) {
    const row = isKind(id, 'C') || isKind(id, 'Y') || isKind(id, 'G') ? s.write(id) : null;
    if (row)
        row.state = state;
}

function stopRunning(s, task) {
    if (s.task === task.id)
        s.task = task.outer;
    task.outer = null;
}

function newCoro(letter) {
    return (s, e) => {
        const row = s.make(e.co || e.y || e.g, letter, freshCoro);
        if (!row)
            return;
        Object.assign(row, { state: 'new', fn: or(e.fn, null), parent: or(e.parent, null), at: or(e.at, null),
                             by: or(e.by, null), locals: or(e.locals, {}) });
    };
}

function suspend(state) {
    return (s, e) => {
        const task = s.make(e.task, 'T', freshTask);
        if (!task)
            return;
        stopRunning(s, task);
        setTaskState(s, task, state);
        task.waits_on = state === 'waiting' ? or(e.fut, null) : null;
        task.chain = or(e.chain, []);
        setCoroState(s, task.co, 'suspended');
        if (task.chain.length)
            s.where = linkPlace(task.chain[task.chain.length - 1]);
    };
}

// The frame of a detail event; it runs now.
function enterFrame(s, e) {
    const frame = s.make(e.r, 'R', freshFrame);
    if (!frame)
        return null;
    frame.live = frame.running = true;
    frame.line = e.line;
    return frame;
}

function standIn(s, frame) {
    s.where = place(frame.fn, frame.line, frame.file);
}

const isOver = how => how === 'return' || how === 'raise';

// --- one rule an event --------------------------------------------------------------------------------------------

const rules = {
    loop_start(s) { s.loop = true; },
    loop_stop(s) {
        s.loop = false;
        s.left = 0;
        s.running = s.task = null;
        s.outer = [];
    },
    clock(s, e) { s.clock = e.to; },
    timer(s, e) {
        const later = t => t.when > e.when || (t.when === e.when && number(t.h) >= number(e.h));
        let at = s.timers.length;
        while (at > 0 && later(s.timers[at - 1]))
            at--;
        s.timers.splice(at, 0, { h: e.h, when: e.when, kind: or(e.kind, null), fut: or(e.fut, null), at: or(e.at, null),
                                 by: or(e.by, null) });
    },
    timer_del(s, e) { takeTimer(s, e.h); },
    timer_fire(s, e) {
        const t = takeTimer(s, e.h);
        pushReady(s, t ? { h: t.h, kind: t.kind, fut: t.fut, at: t.at, by: t.by, why: 'timer' }
                       : { h: e.h, why: 'timer' });
    },
    ready(s, e) {
        pushReady(s, e);
        const task = s.make(e.task, 'T', freshTask);
        dropCallback(s, e.fut, e.h, e.task, e.kind);
        if (!task)
            return;
        setTaskState(s, task, 'ready');
        task.woken_by = e.kind === 'wakeup' ? or(e.fut, null) : null;
        const future = isKind(e.fut, 'F') ? s.row(e.fut) : null;
        task.woken_setter = !task.woken_by ? null : future ? future.set_by : or(e.fut, null);
    },
    handle_del(s, e) {
        const at = s.ready.findIndex(r => r.h === e.h);
        if (at >= 0)
            s.ready[at] = { ...s.ready[at], cancelled: true };
    },
    round(s, e) {
        s.round = e.n;
        s.left = e.todo;
    },
    pick(s, e) {
        const at = s.ready.findIndex(r => r.h === e.h);
        if (at >= 0)
            s.ready.splice(at, 1);
        if (s.left > 0)
            s.left--;
        if (e.skip)
            return;
        if (s.running)
            s.outer.push(s.running);
        s.running = e.h;
    },
    ran(s) { s.running = s.outer.length ? s.outer.pop() : null; },
    io(s, e) {
        if (e.op === 'active')
            return;
        const at = s.io.findIndex(w => w.fd === e.fd && w.what === e.what);
        if (at >= 0)
            s.io.splice(at, 1);
        if (e.op === 'watch')
            s.io.push({ fd: e.fd, what: e.what, h: or(e.h, null) });
    },
    fut_new(s, e) {
        const row = s.make(e.fut, 'F', freshFuture);
        if (row)
            Object.assign(row, { kind: or(e.kind, null), of: or(e.of, null), at: or(e.at, null), by: or(e.by, null) });
    },
    fut_set(s, e) {
        const row = s.make(e.fut, 'F', freshFuture);
        if (!row)
            return;
        row.state = e.how === 'cancelled' || e.how === 'error' ? e.how : 'result';
        row.value = or(e.v, null);
        row.set_by = or(e.by, null);
    },
    cb_add(s, e) {
        const row = isKind(e.fut, 'T') || isKind(e.fut, 'F') ? s.write(e.fut) : null;
        if (row)
            row.callbacks.push({ h: or(e.h, null), kind: or(e.kind, null), task: or(e.task, null),
                                 into: or(e.into, null) });
    },
    cb_del(s, e) { dropCallback(s, e.fut, e.h, e.task, e.kind); },
    seen(s, e) {
        const row = isKind(e.fut, 'T') || isKind(e.fut, 'F') ? s.write(e.fut) : null;
        if (row)
            row.seen = true;
    },
    task_new(s, e) {
        const task = s.make(e.task, 'T', freshTask);
        if (!task)
            return;
        Object.assign(task, { co: or(e.co, null), parent: or(e.by, null), name: or(e.name, null), fn: or(e.fn, null),
                              at: or(e.at, null) });
        setTaskState(s, task, 'ready');
    },
    task_step(s, e) {
        const task = s.make(e.task, 'T', freshTask);
        if (!task)
            return;
        if (task.state !== 'running')
            task.outer = s.task;
        setTaskState(s, task, 'running');
        Object.assign(task, { steps: task.steps + 1, started: true, cancel: false, waits_on: null, chain: [] });
        s.task = task.id;
        setCoroState(s, task.co, 'running');
    },
    task_wait: suspend('waiting'),
    task_yield: suspend('ready'),
    task_done(s, e) {
        const task = s.make(e.task, 'T', freshTask);
        if (!task)
            return;
        stopRunning(s, task);
        setTaskState(s, task, e.how === 'cancelled' ? 'cancelled' : e.how === 'error' ? 'failed' : 'done');
        Object.assign(task, { waits_on: null, chain: [], cancel: false, value: or(e.v, null), tb: or(e.tb, []) });
        setCoroState(s, task.co, 'done');
    },
    task_cancel(s, e) {
        const task = s.make(e.task, 'T', freshTask);
        if (task)
            task.cancel = true;
    },
    co_new: newCoro('C'),
    gen_new: newCoro('Y'),
    green_new: newCoro('G'),
    co_drop(s, e) { setCoroState(s, e.co, 'dropped'); },
    switch(s, e) {
        const from = s.make(e.from, 'G', freshCoro), to = s.make(e.to, 'G', freshCoro);
        if (from) {
            from.state = isOver(e.how) ? 'done' : 'suspended';
            from.chain = isOver(e.how) ? [] : or(e.chain, []);
        }
        if (to) {
            to.state = 'running';
            to.chain = [];
        }
        s.greenlet = or(e.to, null);
    },
    call(s, e) {
        const frame = enterFrame(s, e);
        if (!frame)
            return;
        frame.fn = or(e.fn, null);
        frame.of = or(e.of, null);
        frame.file = or(e.file, 0);
        const row = frame.of && /^[CYG]/.test(frame.of) ? s.write(frame.of) : null;
        if (row)
            row.frame = frame.id;
        if (row && frame.of[0] !== 'G')
            row.state = 'running';
        standIn(s, frame);
    },
    resume(s, e) {
        const frame = enterFrame(s, e);
        if (!frame)
            return;
        if (frame.of && frame.of[0] !== 'G')
            setCoroState(s, frame.of, 'running');
        standIn(s, frame);
    },
    line(s, e) {
        const frame = enterFrame(s, e);
        if (!frame)
            return;
        Object.assign(frame.locals, or(e.set, {}));
        for (const name of or(e.del, []))
            delete frame.locals[name];
        standIn(s, frame);
    },
    leave(s, e) {
        const frame = s.make(e.r, 'R', freshFrame);
        if (!frame)
            return;
        frame.running = false;
        frame.live = !isOver(e.how);
        if (isOver(e.how))
            frame.locals = {};
        if (frame.of && (frame.of[0] === 'C' || frame.of[0] === 'Y'))
            setCoroState(s, frame.of, isOver(e.how) ? 'done' : 'suspended');
    },
    sync(s, e) {
        const row = s.make(e.s, 'S', freshSync);
        if (row)
            Object.assign(row, { kind: or(e.kind, null), value: or(e.state, null), waiters: or(e.waiters, []) });
    },
    out(s, e) { s.output.push({ fd: e.fd, text: or(e.text, ''), by: or(e.by, null), event: s.next }); },
    in(s, e) { s.output.push({ fd: 0, text: or(e.text, ''), by: or(e.by, null), event: s.next }); },
};

// --- views ask these ---------------------------------------------------------------------------------------------

// The word shown for a task's state: a waiting task whose Future is a sleep is "sleeping".
function taskWord(s, task) {
    const future = task.state === 'waiting' && isKind(task.waits_on, 'F') ? s.row(task.waits_on) : null;
    return future && future.kind === 'sleep' ? 'sleeping' : task.state;
}

const pick = (row, keys) => Object.fromEntries(keys.map(key => [key, row[key]]));
const links = list => list.map(link => ({ r: or(link.r, null), at: linkPlace(link), locals: or(link.locals, {}) }));
const rows = (list, make) => list.filter(row => row).map(make);

// What stateJson() writes, as an object.
function stateObject(s) {
    const task = t => ({ ...pick(t, ['id', 'name', 'fn', 'co', 'parent', 'at', 'state', 'waits_on']),
        chain: links(t.chain), ...pick(t, ['woken_by', 'woken_setter', 'cancel', 'started', 'since', 'since_round',
        'outer', 'steps', 'value']), tb: links(t.tb), ...pick(t, ['seen', 'callbacks']) });
    const coro = c => ({ ...pick(c, ['id', 'fn', 'parent', 'at', 'by', 'state', 'frame']), chain: links(c.chain),
                         locals: c.locals });
    return {
        events: s.next, clock: s.clock, loop: s.loop, round: s.round, left: s.left, running: s.running, outer: s.outer,
        task: s.task, greenlet: s.greenlet, where: s.where, ready: s.ready, timers: s.timers, io: s.io,
        tasks: rows(s.tasks, task),
        futures: rows(s.futures, f => pick(f, ['id', 'kind', 'of', 'at', 'by', 'state', 'value', 'set_by', 'seen',
                                               'callbacks'])),
        coroutines: rows(s.coroutines, coro), generators: rows(s.generators, coro), greenlets: rows(s.greenlets, coro),
        syncs: rows(s.syncs, y => pick(y, ['id', 'kind', 'value', 'waiters'])),
        frames: rows(s.frames, f => f).filter(f => f.live).map(f => ({ id: f.id, of: f.of,
            at: place(f.fn, f.line, f.file), running: f.running, locals: f.locals })),
        output: s.output,
    };
}

// The state as the command writes it. Strings are escaped as in a recording.
function stateJson(s) {
    const hex = c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');
    const text = JSON.stringify(stateObject(s));
    return text.replace(/[\u007f<\u2028\u2029]/g, hex).replace(/\\[bfrt]/g, c =>
        hex({ b: '\b', f: '\f', r: '\r', t: '\t' }[c[1]]));
}

if (typeof module !== 'undefined')
    module.exports = { State, stateJson, stateObject, taskWord };
