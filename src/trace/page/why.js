// why.js - why a task waits: the walk from a task to its root cause. The twin of src/trace/why.c, where it is
// explained; the sentences are the same messages.

const pendingTask = task => task && ['ready', 'running', 'waiting'].includes(task.state);

class Walk {
    // trace: { events, armed, line(file, number) }; say(id, ...arguments) gives a message.
    constructor(trace, s, task, say) {
        Object.assign(this, { trace, s, say, links: [], cause: 'finished', from: 0, timer: null, other: null, fd: 0 });
        let id = task, waiter = task;
        while (id && this.links.length < 64) {
            const met = this.links.findIndex(link => link.id === id);
            if (met >= 0) {
                this.cause = 'cycle';
                this.from = met;
                return;
            }
            const link = { id, through: null };
            this.links.push(link);
            if (id[0] === 'T')
                waiter = id;
            id = link.through = this.step(id, waiter);
        }
    }

    timerOf(fut) {
        return fut && this.s.timers.find(t => t.fut === fut);
    }

    placeOf(task) {
        return this.s.ready.findIndex(r => r.task === task) + 1;
    }

    stop(cause) {
        this.cause = cause;
        return null;
    }

    childOf(target) {
        const leads = row => row && row.callbacks.some(c => c.into === target);
        const task = this.s.tasks.find(t => pendingTask(t) && leads(t));
        if (task)
            return task.id;
        const future = this.s.futures.find(f => f && f.state === 'pending' && f.id !== target && leads(f));
        return future ? future.id : null;
    }

    holderOf(future) {
        const sync = future.of && this.s.row(future.of);
        const by = sync && sync.value && / by (T\d+)/.exec(sync.value);
        return by ? by[1] : null;
    }

    isLost(task) {
        for (let i = this.s.next - 1; i >= 0; i--) {
            const e = this.trace.events[i];
            if (e.ev === 'task_wait' && e.task === task)
                return false;
            if (e.ev === 'report' && e.code === 'A10' && e.args && e.args.length && e.args[0].split(' ')[0] === task)
                return true;
        }
        return false;
    }

    someoneElse(but) {
        let sleeper = null;
        for (const task of this.s.tasks) {
            if (!task || task.id === but)
                continue;
            if (task.state === 'running' || task.state === 'ready')
                return task.id;
            if (task.state === 'waiting' && !sleeper && this.timerOf(task.waits_on))
                sleeper = task.id;
        }
        return sleeper;
    }

    stopAtFuture(waiter) {
        const s = this.s, other = this.someoneElse(waiter);
        if (this.isLost(waiter))
            return this.stop('nobody');
        if (s.io.length && !other) {
            this.fd = s.io[0].fd;
            return this.stop('io');
        }
        if (other || s.ready.length || s.timers.length) {
            this.other = other || (s.ready.length ? s.ready[0].h : s.timers[0].h);
            return this.stop('task');
        }
        return this.stop(pendingTask(s.row(waiter)) ? 'nobody' : 'finished');
    }

    step(id, waiter) {
        const s = this.s, row = s.row(id);
        if (id[0] === 'T') {
            if (!pendingTask(row))
                return this.stop('finished');
            if (row.state === 'waiting')
                return row.waits_on;
            this.other = id;
            return this.stop(row.state);
        }
        if (!row || row.state !== 'pending')
            return this.stop('finished');
        this.timer = this.timerOf(id);
        if (this.timer)
            return this.stop('time');
        return this.childOf(id) || this.holderOf(row) || this.stopAtFuture(waiter);
    }

    // --- words -------------------------------------------------------------------------------------------------

    name(task) {
        const made = task.co && this.s.row(task.co), values = made ? Object.values(made.locals) : [];
        return `${task.id} ${task.fn || ''}${values.length ? `(${values.join(', ')})` : ''}`;
    }

    where(task) {
        const here = task.state === 'running' && this.s.task === task.id && this.s.where && this.s.where[1] ? this.s.where : null;
        const links = here ? [here] : task.chain.map(linkPlace).filter(at => at[0] && at[1]);
        const at = links.length ? links[links.length - 1] : task.at || ['?', 0];
        const source = this.trace.line(at[2] || 0, at[1]).trim();
        return task.chain.length > 1 ? this.say('why_at_in', at[1], at[0], source) : this.say('why_at', at[1], source);
    }

    ofTask(task, first) {
        const s = this.s, name = first ? `${task.id} ${task.fn || ''}` : this.name(task), at = this.placeOf(task.id);
        const total = s.ready.length, before = at > 1 ? s.ready[at - 2] : null;
        switch (task.state) {
        case 'running': return this.say(first ? 'why_running' : 'why_for_task_running', name, this.where(task));
        case 'ready':
            if (!first)
                return this.say('why_for_task_ready', name, at, total);
            return before ? this.say('why_ready_behind', name, at, total, before.task || before.h)
                          : this.say('why_ready', name, at, total);
        case 'waiting': return this.say(first ? 'why_waiting' : 'why_for_task', name, this.where(task));
        case 'done': return this.say('why_result', name, task.value);
        case 'failed': return this.say('why_error', name, task.value);
        default:
            for (let i = s.next - 1; i >= 0; i--) {
                const e = this.trace.events[i];
                if (e.ev === 'task_cancel' && e.task === task.id && e.by)
                    return this.say('why_cancelled_by', name, e.by);
            }
            return this.say('why_cancelled', name);
        }
    }

    ofFuture(link) {
        const s = this.s, future = s.row(link.id), timer = this.timerOf(link.id);
        if (!future)
            return '';
        const sync = future.of && s.row(future.of);
        if (timer)
            return this.say('why_for_sleep', link.id, span(timer.when - this.trace.armed.get(timer.h)),
                            seconds(timer.when), seconds(timer.when - s.clock));
        if (future.kind === 'gather') {
            const all = this.trace.events.slice(0, s.next).filter(e => e.ev === 'cb_add' && e.into === link.id);
            const open = id => id[0] === 'T' ? pendingTask(s.row(id)) : s.row(id) && s.row(id).state === 'pending';
            const missing = all.filter(e => open(e.fut)).length;
            return all.length === 1 ? this.say('why_for_gather_one', link.id)
                : this.say(missing === 1 ? 'why_for_gather_last' : 'why_for_gather', link.id, all.length, missing);
        }
        if (sync)
            return link.through && link.through[0] === 'T' ? this.say('why_for_lock', future.of, link.through)
                                                           : this.say('why_for_sync', future.of, sync.kind, sync.value);
        if (future.at && future.at[1] && !link.through)
            return this.say('why_for_plain', link.id, future.at[1]);
        const text = this.say('why_for_future', link.id);
        return link.through ? text + this.say('page_comma') + this.say('why_through', link.through) : text;
    }

    root() {
        const me = this.links[0].id, last = this.links[this.links.length - 1].id, other = this.other, s = this.s;
        const text = () => {
            switch (this.cause) {
            case 'running': return this.say('why_root_running', last);
            case 'ready': return this.say('why_root_ready', other, this.placeOf(other), s.ready.length);
            case 'time': {
                const between = this.links.slice(1).find(link => link.id[0] === 'T'), when = seconds(this.timer.when);
                const before = between && s.row(this.links[this.links.indexOf(between) - 1].id);
                if (before && before.of)
                    return this.say('why_root_time_lock', me, when, between.id, before.of);
                return between ? this.say('why_root_time_and', me, when, between.id)
                               : this.say('why_root_time', me, when);
            }
            case 'io': return this.say('why_root_io', me, this.fd);
            case 'task': {
                if (other[0] !== 'T')
                    return this.say('why_root_callback', me, other);
                const task = s.row(other), timer = this.timerOf(task.waits_on);
                return this.say('why_root_task', me, other, task.state === 'running' ? this.say('why_can_running')
                    : timer ? this.say('why_can_time', seconds(timer.when)) : this.say('why_can_ready'));
            }
            case 'cycle': {
                const ring = this.links.slice(this.from).map(link => link.id).map(id => {
                    const future = id[0] === 'F' ? s.row(id) : null;
                    return !future ? id : future.of;
                });
                return this.say('why_root_cycle', [...ring.filter(id => id), this.links[this.from].id].join(' → '));
            }
            case 'nobody': {
                const future = last[0] === 'F' && s.row(last), sync = future && future.of && s.row(future.of);
                return this.say('why_root_nobody', sync ? this.say('report_sync', sync.id, sync.kind || '?') : last);
            }
            default: return this.say('why_root_finished', last);
            }
        };
        return this.say('why_root', text());
    }

    // One text a link, and the root cause at the end.
    lines() {
        const s = this.s;
        return [...this.links.map((link, i) => link.id[0] === 'T' && s.row(link.id) ? this.ofTask(s.row(link.id), i === 0)
                                                                                    : this.ofFuture(link)), this.root()];
    }
}

// 0.200 of 200,000 µs; 0.2, as a program would write it.
const seconds = us => `${Math.trunc(us / 1e6)}.${String(Math.trunc(us / 1000) % 1000).padStart(3, '0')}`;
const span = us => String(Math.round(us) / 1e6);
