// quiz.js - questions about what comes next, out of the recording itself. Which stop points ask is fixed by the
// recording's seed: at most one in five, no kind twice running.

const quizBlock = 5, quizLook = 400;

// A number from 0 to 2^32 - 1 out of a seed and a place.
function mixed(seed, at) {
    let x = (seed ^ Math.imul(at + 1, 0x9E3779B1)) >>> 0;
    x = Math.imul(x ^ x >>> 16, 0x85EBCA6B) >>> 0;
    x = Math.imul(x ^ x >>> 13, 0xC2B2AE35) >>> 0;
    return (x ^ x >>> 16) >>> 0;
}

class Quiz {
    constructor(trace, seed, say) {
        Object.assign(this, { trace, seed: seed >>> 0, say, level: 1, blocks: new Map(), last: '', asked: 0, points: 0,
                              kinds: new Map(), look: [] });
        this.kindOrder = ['order', 'suspend', 'clock', 'cause', 'output'];
    }

    // The question at a stop point (its number among the stops, its event, the state there), or null.
    at(stop, event, s) {
        const block = Math.floor(stop / quizBlock), wanted = mixed(this.seed, block) % quizBlock;
        if (this.blocks.has(block) || stop % quizBlock < wanted)
            return null;
        const turn = mixed(this.seed + 7, stop) % this.kindOrder.length;
        for (let k = 0; k < this.kindOrder.length; k++) {
            const kind = this.kindOrder[(turn + k) % this.kindOrder.length];
            if (kind === this.last)
                continue;
            const question = this[kind](event, s);
            if (question && question.options.length > 1) {
                this.blocks.set(block, kind);
                this.last = kind;
                return { kind, event, hinted: false, ...question };
            }
        }
        return null;
    }

    // The first event after `event` that `test` takes; null if `until` comes first.
    next(event, test, until) {
        for (let i = event + 1; i < this.trace.events.length && i < event + quizLook; i++) {
            const e = this.trace.events[i];
            if (test(e))
                return e;
            if (until && until(e))
                return null;
        }
        return null;
    }

    taskOf(s, h) {
        const row = s.ready.find(entry => entry.h === h);
        return row && row.task;
    }

    // Which task runs next?
    order(event, s) {
        if (!['task_wait', 'task_yield', 'task_done'].includes(this.trace.events[event].ev) || s.task)
            return null;
        const tasks = [...new Set(s.ready.filter(row => row.task && !row.cancelled).map(row => row.task))].slice(0, 4);
        const right = this.next(event, e => (e.ev === 'pick' && !e.skip) || e.ev === 'wait', e => e.ev === 'end');
        const task = right && right.ev === 'pick' ? this.taskOf(s, right.h) : null;
        if (!right || (right.ev === 'pick' && !tasks.includes(task)) || (!tasks.length && !s.timers.length))
            return null;
        const names = tasks.length ? tasks : s.tasks.filter(pendingTask).slice(0, 3).map(t => t.id);
        return { text: this.say('page_q_order'), shows: right.i, right: right.ev === 'pick' ? tasks.indexOf(task) : names.length,
                 options: [...names.map(id => `${id} ${s.row(id).fn || ''}`), this.say('page_q_nothing')],
                 hint: this.say('page_q_order_hint') };
    }

    // Does this await stop the task?
    suspend(event, s) {
        const e = this.trace.events[event];
        if (e.ev !== 'line' || !s.task || !s.where || !/\bawait\b/.test(this.trace.line(s.where[2] || 0, s.where[1])))
            return null;
        const right = this.next(event, n => ((n.ev === 'task_wait' || n.ev === 'task_yield') && n.task === s.task) ||
                                            (n.ev === 'await_ready' && n.task === s.task) ||
                                            ((n.ev === 'line' || n.ev === 'leave') && n.r === e.r));
        if (!right)
            return null;
        return { text: this.say('page_q_suspend', s.task, s.where[1]), shows: right.i,
                 right: right.ev === 'task_wait' || right.ev === 'task_yield' ? 0 : 1,
                 options: [this.say('page_q_stops'), this.say('page_q_straight')], hint: this.say('page_q_suspend_hint') };
    }

    // Where does the clock go?
    clock(event, s) {
        if (s.task || s.ready.length || !s.timers.length)
            return null;
        const right = this.next(event, e => e.ev === 'clock', e => e.ev === 'task_step');
        if (!right)
            return null;
        const times = [...new Set([...s.timers.map(t => t.when), s.clock])].sort((a, b) => a - b).slice(0, 4);
        if (s.timers.length === 1)
            times.push(s.timers[0].when * 2 - s.clock);
        if (!times.includes(right.to))
            return null;
        return { text: this.say('page_q_clock'), shows: right.i, right: times.indexOf(right.to),
                 options: times.map(us => us === s.clock ? this.say('page_q_stays', seconds(us)) : `${seconds(us)} s`),
                 hint: this.say('page_q_clock_hint') };
    }

    // Why does the task wait?
    cause(event, s) {
        const e = this.trace.events[event], choices = ['time', 'io', 'task', 'cycle', 'nobody'];
        if (e.ev !== 'task_wait')
            return null;
        const cause = new Walk(this.trace, s, e.task, this.say).cause;
        const right = choices.indexOf(cause === 'ready' || cause === 'running' ? 'task' : cause);
        if (right < 0)
            return null;
        return { text: this.say('page_q_cause', e.task), shows: event, right,
                 options: choices.map(id => this.say(`page_q_cause_${id}`)), hint: this.say('page_q_cause_hint', e.task),
                 shown: new Walk(this.trace, s, e.task, this.say).root() };
    }

    // What is printed next?
    output(event, s) {
        const right = this.next(event, e => e.ev === 'out' && e.text.trim());
        if (!right || right.i > event + 40)
            return null;
        const shown = text => text.trim().slice(0, 60), texts = [];
        for (let k = 0; k < this.trace.outputs.length && k < 200 && texts.length < 3; k++) {
            const at = (mixed(this.seed + 3, event) + k) % this.trace.outputs.length;
            const text = shown(this.trace.events[this.trace.outputs[at]].text);
            if (text && text !== shown(right.text) && !texts.includes(text))
                texts.push(text);
        }
        const place = mixed(this.seed + 5, event) % (texts.length + 1);
        texts.splice(place, 0, shown(right.text));
        return { text: this.say('page_q_output'), shows: right.i, right: place, options: texts,
                 hint: this.say('page_q_output_hint', right.by || this.say('page_module')) };
    }

    // given: index of the option, or -1 for skipped.
    answer(question, given) {
        const points = given === question.right ? (question.hinted ? 0.5 : 1) : 0;
        const row = this.kinds.get(question.kind) || { points: 0, asked: 0 };
        row.points += points;
        row.asked++;
        this.kinds.set(question.kind, row);
        this.points += points;
        this.asked++;
        if (points < 1)
            this.look.push({ event: question.event, points });
        return points;
    }

    score() {
        const kinds = [...this.kinds].map(([kind, row]) => `${this.say('page_q_kind_' + kind)} ${row.points}/${row.asked}`);
        return this.say('page_q_score', this.points, this.asked) + (kinds.length ? '   ' + kinds.join('  ') : '');
    }

    // The events worth a second look: wrong ones first, three at most.
    worth() {
        return this.look.slice().sort((a, b) => a.points - b.points || a.event - b.event).slice(0, 3).map(l => l.event);
    }
}
