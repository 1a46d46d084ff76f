// panes.js - ready queue, timers, tasks, locals, output: each shown anew from the state.

const rowsMax = 60, outputMax = 200;

const empty = id => h('p', { cls: 'empty' }, say(id));
const more = n => h('p', { cls: 'empty' }, say('page_more', n));

function fnOf(id) {
    const task = id && state.row(id);
    return task && task.fn || '';
}

function whyReady(row) {
    const by = row.by || say('page_module'), line = row.at && row.at[1];
    if (row.cancelled)
        return say('step_why_skipped');
    switch (row.why) {
    case 'new task': return line ? say('step_why_new', by, line) : '';
    case 'result of': return say('step_why_result', row.fut);
    case 'gave way': return say('step_why_gave_way');
    case 'called soon': return line ? say('step_why_soon', by, line) : say('step_why_soon_only');
    case 'already done': return say('step_why_already', row.fut);
    case 'cancelled': return say('step_why_cancelled');
    case 'timer': return row.fut && wokenBy(row) ? say('step_why_timer_wakes', wokenBy(row)) : say('page_timer_due');
    default: return row.why || '';
    }
}

// Ready queue and timers, while the quiz keeps them back.
function keepBack(id) {
    if (!quiz || !quiz.hidesQueue())
        return false;
    byId(id).replaceChildren(empty('quiz_hidden'));
    return true;
}

function showReady() {
    if (keepBack('ready'))
        return;
    const list = state.ready.slice(0, rowsMax).map(row => h('li', {},
        row.task ? badge(state.row(row.task)) : h('span', { cls: 'id' }, row.h), ' ',
        h('b', {}, row.task ? fnOf(row.task) : say(row.why === 'timer' && row.fut ? 'page_timer' : 'page_callback')), ' ', h('span', { cls: 'note' }, whyReady(row))));
    byId('ready').replaceChildren(list.length ? h('ol', { cls: 'list' }, ...list) : empty('page_ready_empty'),
                                  ...(state.ready.length > rowsMax ? [more(state.ready.length - rowsMax)] : []));
}

function wokenBy(timer) {
    const waiting = timer.fut && state.tasks.find(t => t && t.state === 'waiting' && t.waits_on === timer.fut);
    const future = timer.fut && state.row(timer.fut), back = future && future.callbacks.find(c => c.task);
    return waiting ? waiting.id : back ? back.task : null;
}

function showTimers() {
    if (keepBack('timers'))
        return;
    const list = state.timers.slice(0, rowsMax).map(timer => {
        const woken = wokenBy(timer);
        return h('li', {}, h('b', { cls: 'time' }, `${seconds(timer.when)} s`), ' ',
                 h('span', { cls: 'id' }, timer.fut || timer.h), ' ',
                 `${timer.kind || ''}(${span(timer.when - (trace.armed.get(timer.h) || 0))})`, ' ',
                 woken ? h('span', { cls: 'note' }, say('page_wakes', woken)) : '');
    });
    byId('timers').replaceChildren(list.length ? h('ul', { cls: 'list' }, ...list) : empty('page_timers_empty'),
                                   ...(state.timers.length > rowsMax ? [more(state.timers.length - rowsMax)] : []));
}

const shownPlace = p => `${p[0] || '?'}${p[1] ? ':' + p[1] : ''}`;

// "(T3)": who holds the lock.
function holderOf(future) {
    const sync = future && future.of && state.row(future.of), by = sync && sync.value && / by (T\d+)/.exec(sync.value);
    return by ? ` (${by[1]})` : '';
}

// "(T2 T3)": whose end a gather() or wait() still waits for.
function sourcesOf(id) {
    const ids = state.tasks.filter(t => pendingTask(t) && t.callbacks.some(c => c.into === id)).map(t => t.id);
    return ids.length ? ` (${ids.slice(0, 4).join(' ')}${ids.length > 4 ? ' …' : ''})` : '';
}

function waitsOn(task) {
    const parts = [], seen = [];
    while (task && task.state === 'waiting' && task.waits_on) {
        const id = task.waits_on;
        if (seen.includes(id)) {
            parts.push(`${id} ${say('page_cycle')}`);
            break;
        }
        seen.push(id);
        if (id[0] !== 'T') {
            const future = state.row(id), timer = state.timers.find(t => t.fut === id);
            if (future && future.kind === 'sleep' && timer)
                parts.push(say('step_sleep_until', seconds(timer.when) + ' s'));
            else
                parts.push(`${future && future.kind && future.kind !== 'plain' ? future.kind + ' ' : ''}` +
                           `${future && future.of || id}${holderOf(future)}${sourcesOf(id)}`);
            break;
        }
        task = state.row(id);
        const last = task && task.chain.length ? shownPlace(linkPlace(task.chain[task.chain.length - 1])) : task && task.fn;
        parts.push(`${id} ${last || ''}${task && task.state !== 'waiting' ? ' ' + wordOf(task) : ''}`);
    }
    return parts;
}

function whereOf(task) {
    const chain = task.chain.map(link => shownPlace(linkPlace(link)));
    switch (task.state) {
    case 'waiting': return [...chain, ...waitsOn(task)].join(' → ');
    case 'ready': return task.started ? `${chain.join(' → ')}${chain.length ? say('page_comma') : ''}` +
                                        say('page_since', task.since, task.since_round)
                                      : say('page_not_started', task.since, task.since_round);
    case 'running': return task.id === state.task && state.where ? shownPlace(state.where) : '';
    case 'done': return say('page_result', task.value === null ? 'None' : task.value);
    default: return task.value || '';
    }
}

function taskRow(task) {
    const word = taskWord(state, task);
    return h('li', { cls: `task is-${task.state}${task.id === state.task ? ' now' : ''}${task.id === chosen ? ' picked' : ''}` },
             badge(task), h('b', { cls: 'fn', title: task.fn }, task.fn || '?'), h('span', { cls: `word is-${word}` }, say('word_' + word)),
             h('span', { cls: 'chain' }, whereOf(task)));
}

const coroWords = { new: 'page_not_begun', running: 'word_running', suspended: 'word_suspended' };
const coroWord = row => say(coroWords[row.state] || 'word_done');

const coroName = row => row.parent ? 'hub' : say('page_module');

function coroRow(row) {
    const links = row.chain.map(link => shownPlace(linkPlace(link)));
    const frame = row.frame && state.row(row.frame);
    const where = links.length ? links.join(' → ') : frame && frame.live ? shownPlace([frame.fn, frame.line]) : '';
    return h('li', { cls: 'task' }, h('span', { cls: 'id' }, row.id), h('b', { cls: 'fn', title: row.fn }, row.fn || coroName(row)),
             h('span', { cls: 'word' }, coroWord(row)), h('span', { cls: 'chain' }, where));
}

function showTasks() {
    const all = state.tasks.filter(task => task), open = all.filter(pendingTask), over = all.filter(t => !pendingTask(t));
    const others = [...state.greenlets, ...state.generators].filter(row => row && !['done', 'dropped'].includes(row.state) &&
        !(row.id[0] === 'Y' && (!row.fn || row.fn[0] === '<')));
    const list = [...open.slice(0, rowsMax).map(taskRow), ...others.slice(0, rowsMax).map(coroRow),
                  ...over.slice(-rowsMax).map(taskRow)];
    const left = all.length + others.length - list.length;
    byId('tasks').replaceChildren(list.length ? h('ul', { cls: 'list' }, ...list) : empty('page_no_tasks'),
                                  ...(left > 0 ? [more(left)] : []));
}

// Frames of what is chosen, else of what runs: [place, locals]..., outermost first; shown the other way round, for the
// innermost tells most.
function framesShown() {
    const task = chosen && state.row(chosen);
    const told = task && task.chain ? task : state.row(state.task || events[at].task || null);
    if (told && told.chain && told.chain.length)
        return told.chain.map(link => [linkPlace(link), link.locals || {}]);
    if (told && told.state === 'failed' && told.tb.length)
        return told.tb.map(link => [linkPlace(link), link.locals || {}]);
    if (told && told.state !== 'running' && !pendingTask(told))
        return [];
    const all = state.frames.filter(frame => frame && frame.live && frame.running);
    const own = told && told.co ? all.findIndex(frame => frame.of === told.co) : -1;
    const live = own > 0 ? all.slice(own) : all;   // a task stands on no module
    if (live.length)
        return live.slice(-8).map(frame => [[frame.fn, frame.line, frame.file], frame.locals]);
    const made = told && told.co && state.row(told.co);
    return made && !told.started ? [[[told.fn, 0], made.locals]] : [];
}

function showLocals() {
    const frames = framesShown().reverse().map(([p, locals]) => {
        const names = Object.entries(locals);
        return h('div', { cls: 'frame' }, h('h3', {}, shownPlace(p)), names.length
            ? h('dl', {}, ...names.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))))
            : h('p', { cls: 'empty' }, say('page_none')));
    });
    byId('locals').replaceChildren(...(frames.length ? frames : [empty('page_no_locals')]));
}

function showOutput() {
    const box = byId('output'), wanted = byId('find').value, rows = [], key = `${state.output.length} ${lang} ${wanted}`;
    if (box.key === key)
        return;
    box.key = key;
    for (const part of state.output.slice(-outputMax)) {
        const last = rows[rows.length - 1];
        if (last && last.by === part.by && last.fd === part.fd && !last.text.endsWith('\n'))
            last.text += part.text;
        else
            rows.push({ ...part });
    }
    const marked = text => {
        if (!wanted)
            return [text];
        const parts = text.split(wanted);
        return parts.flatMap((part, i) => i ? [h('mark', {}, wanted), part] : [part]);
    };
    const hidden = state.output.length - outputMax;
    box.replaceChildren(...(hidden > 0 ? [more(hidden)] : []), ...rows.map(row => h('div', { cls: `out fd${row.fd}` },
        h('span', { cls: 'by' }, row.by || ''), h('pre', {}, ...marked(row.text.replace(/\n$/, ''))))));
    if (!rows.length)
        box.replaceChildren(empty('page_no_output'));
    box.scrollTop = box.scrollHeight;
}

// To the next (previous) event that prints what is looked for, round the end.
function find(direction) {
    const text = byId('find').value, list = trace.outputs;
    if (!text || !list.length)
        return;
    const first = list.findIndex(i => i >= at + (direction > 0 ? 1 : 0)), start = first < 0 ? list.length : first;
    for (let k = 0; k < list.length; k++) {
        const i = list[(start + (direction > 0 ? k : -1 - k) + 2 * list.length) % list.length];
        if (events[i].text.includes(text)) {
            jump(i);
            return;
        }
    }
}
