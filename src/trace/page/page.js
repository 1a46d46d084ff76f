// page.js - the page: where one is in the recording, what the panes show there, and what keys and buttons do.
// Everything shown comes from the state at one event, so that the same event always looks the same.

const byId = id => document.getElementById(id);
const read = id => JSON.parse(byId(id).textContent);
const events = read('recording'), narration = read('narration'), messages = read('messages');
const begin = events[0], files = begin.files || [];
const stopKinds = new Set(['line', 'task_wait', 'task_yield', 'await_ready', 'task_step', 'task_done', 'task_cancel',
                           'fut_set', 'timer_fire', 'clock', 'raise', 'report']);
const speeds = [0.5, 1, 2, 4, 8, 16], laneLetters = ['runs', 'ready', 'waits', 'sleeps'];
const rowsMax = 60, outputMax = 200, tableMax = 500;
const sources = files.map(file => file.text.split('\n'));
const trace = { events, armed: new Map(), outputs: [], line: (file, n) => (sources[file] || [])[n - 1] || '' };
const stops = [];
let lang = 'en', state = new State(), at = 0, chosen = null, axisIsClock = false, zoom = 1, playing = 0, speed = 2;
let file = 0, fileShown = -1, quiz = null, question = null, answered = null, whyTask = null, theme = null, tableShown = false;
let hashTimer = 0, laneTimer = 0;
const breaks = new Set(), checkpoints = [];
let lanes, picture, near = null;

// --- words -----------------------------------------------------------------------------------------------------

function say(id, ...values) {
    const row = messages[id];
    return row ? row[lang === 'zh' ? 1 : 0].replace(/\{(\d)\}/g, (all, n) => n <= values.length ? values[n - 1] : all)
               : id;
}

// Sentence k of an event: patterns hold numbers as characters from U+E000 on.
function told(list, i, k) {
    const row = narration[list][i];
    return !row ? '' : narration.patterns[row[0]][k].replace(/[\uE000-\uE03B]/g, c => {
        const slot = c.charCodeAt(0) - 0xE000 + 1;
        return slot < row.length ? row[slot] : c;
    });
}

const language = () => lang === 'zh' ? 1 : 0;
const sentence = i => told('events', i, 2 + language()) || told('events', i, language());
const nextSentence = i => told('next', i, language());
const wordOf = task => say('word_' + taskWord(state, task));

function h(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
        if (key === 'onclick')
            node.addEventListener('click', value);
        else if (value !== null && value !== undefined && (value !== false || key.startsWith('aria-')))
            node.setAttribute(key === 'cls' ? 'class' : key, value);
    }
    node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
    return node;
}

// --- moving --------------------------------------------------------------------------------------------------------

function readAll() {
    const every = Math.max(200, Math.ceil(events.length / 80)), s = new State();
    events.forEach((e, i) => {
        if (i % every === 0)
            checkpoints.push(s.snapshot());
        s.fold(e);
        if (stopKinds.has(e.ev) || i === 0 || i === events.length - 1)
            stops.push(i);
        if (e.ev === 'timer')
            trace.armed.set(e.h, e.t);
        if (e.ev === 'out')
            trace.outputs.push(i);
    });
    checkpoints.every = every;
    lanes = new Lanes(events);
}

// Goes on from the nearest moment that is kept; one a little before the event is kept, too, for steps back.
function stateAt(event) {
    const usable = s => s && s.next <= event + 1, check = checkpoints[Math.floor(event / checkpoints.every)];
    const best = [near, check].filter(usable).sort((a, b) => b.next - a.next)[0];
    if (!usable(state) || best.next > state.next)
        state = best.snapshot();
    while (state.next <= event) {
        if (state.next === event - 100 && !(near && usable(near) && near.next > event - 500))
            near = state.snapshot();
        state.fold(events[state.next]);
    }
}

// How many stops lie before an event.
function stopsBefore(event) {
    let low = 0, high = stops.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (stops[middle] < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

function go(event, quiet) {
    event = Math.max(0, Math.min(events.length - 1, event | 0));
    if (event !== at || !quiet)
        whyTask = null;
    at = event;
    stateAt(at);
    show();
}

function leaveQuestion() {
    if (question && !answered)
        quiz.answer(question, -1);
    question = answered = null;
}

function jump(event) {
    stop();
    leaveQuestion();
    go(event);
}

function isBreak(i) {
    return breaks.size > 0 && state.where && breaks.has(`${state.where[2] || 0}:${state.where[1]}`) &&
           (events[i].ev === 'line' || begin.detail !== 'line');
}

// To the next stop point; a question may come instead. false: it is the end.
function step() {
    if (question && !answered)
        return false;
    if (quiz && !question) {
        const n = stopsBefore(at), here = stops[n] === at ? quiz.at(n, at, state) : null;
        if (here) {
            question = here;
            answered = null;
            stop();
            show();
            return false;
        }
    }
    question = answered = null;
    const n = stopsBefore(at + 1);
    if (n >= stops.length)
        return false;
    go(stops[n]);
    return true;
}

function back() {
    stop();
    leaveQuestion();
    const n = stopsBefore(at);
    if (n > 0)
        go(stops[n - 1]);
}

// To the next (previous) moment at which a task begins to run.
function stepSwitch(direction) {
    stop();
    leaveQuestion();
    for (let i = at + direction; i >= 0 && i < events.length; i += direction)
        if (events[i].ev === 'task_step' || events[i].ev === 'switch') {
            go(i);
            return;
        }
    go(direction > 0 ? events.length - 1 : 0);
}

function stop() {
    if (!playing)
        return;
    clearTimeout(playing);
    playing = 0;
    byId('telling').setAttribute('aria-live', 'polite');
    showControls();
}

function play() {
    if (playing) {
        stop();
        return;
    }
    if (at === events.length - 1)
        go(0);
    byId('telling').setAttribute('aria-live', 'off');
    const turn = () => {
        playing = setTimeout(turn, 1000 / speed);
        if (!step() || isBreak(at) || at === events.length - 1)
            stop();
    };
    playing = setTimeout(turn, 1000 / speed);
    showControls();
}

function setSpeed(value) {
    speed = value;
    byId('speed').value = String(value);
}

// --- source ---------------------------------------------------------------------------------------------------------

const tokens = new RegExp('("""[\\s\\S]*?(?:"""|$)|\'\'\'[\\s\\S]*?(?:\'\'\'|$)|"(?:\\\\.|[^"\\\\\\n])*"?|' +
    '\'(?:\\\\.|[^\'\\\\\\n])*\'?)|(#[^\\n]*)|\\b(await|async|def|class|return|yield|if|elif|else|for|while|in|is|not|' +
    'and|or|try|except|finally|raise|with|as|import|from|pass|break|continue|lambda|global|nonlocal|None|True|False|' +
    'del|assert)\\b|\\b(\\d[\\w.]*)', 'g');

// Lists of spans, one a line.
function coloured(text) {
    const lines = [[]];
    const add = (part, cls) => part.split('\n').forEach((piece, i) => {
        if (i)
            lines.push([]);
        if (piece)
            lines[lines.length - 1].push(cls ? h('span', { cls }, piece) : piece);
    });
    let last = 0;
    for (const m of text.matchAll(tokens)) {
        add(text.slice(last, m.index));
        add(m[0], m[1] ? 'str' : m[2] ? 'com' : m[3] ? 'key' : 'num');
        last = m.index + m[0].length;
    }
    add(text.slice(last));
    return lines;
}

function buildSource() {
    const text = files[file] ? files[file].text.replace(/\n$/, '') : '';
    const rows = coloured(text).map((parts, i) => {
        const n = i + 1;
        const number = h('button', { type: 'button', cls: 'number', tabindex: -1, onclick: () => toggleBreak(file, n) },
                         String(n));
        return h('div', { cls: 'line', 'data-n': n }, number, h('code', {}, ...parts), h('span', { cls: 'marks' }));
    });
    byId('source').replaceChildren(...rows);
    fileShown = file;
}

function toggleBreak(inFile, line) {
    const key = `${inFile}:${line}`;
    if (!breaks.delete(key))
        breaks.add(key);
    showSource();
}

function defLine(fn, inFile) {
    const name = String(fn || '').split('.').pop().replace(/[^\w]/g, '');
    return name ? (sources[inFile] || []).findIndex(line => new RegExp(`^\\s*(async\\s+)?def\\s+${name}\\b`).test(line)) + 1 : 0;
}

// Where an unfinished task stands: [fn, line, file] or null.
function standsAt(task) {
    if (task.state === 'running')
        return task.id === state.task ? state.where : null;
    const links = task.chain.map(linkPlace).filter(p => p[1] && (p[2] || 0) < files.length);
    if (links.length)
        return links[links.length - 1];
    const line = task.started ? 0 : defLine(task.fn, 0);
    return line ? [task.fn, line, 0] : null;
}

function showSource() {
    const where = state.where, box = byId('source');
    if (fileShown !== file)
        buildSource();
    const marks = new Map();
    for (const task of state.tasks.filter(pendingTask)) {
        const p = standsAt(task);
        if (p && (p[2] || 0) === file)
            marks.set(p[1], [...(marks.get(p[1]) || []), task]);
    }
    const current = where && (where[2] || 0) === file ? where[1] : 0;
    let focus = null;
    for (const row of box.children) {
        const n = +row.dataset.n, number = row.firstChild, tasks = marks.get(n) || [], broken = breaks.has(`${file}:${n}`);
        row.classList.toggle('current', n === current);
        number.tabIndex = n === (current || 1) ? 0 : -1;
        if (n === current)
            focus = row;
        row.classList.toggle('broken', broken);
        number.setAttribute('aria-pressed', broken);
        number.setAttribute('aria-label', say('page_break_line', n));
        const key = tasks.map(task => task.id + task.state).join(' ');
        if (row.marks !== key) {
            row.marks = key;
            row.lastChild.replaceChildren(...tasks.slice(0, 6).map(task => badge(task)),
                                          tasks.length > 6 ? `+${tasks.length - 6}` : '');
        }
        if (n === current)
            row.setAttribute('aria-current', 'true');
        else
            row.removeAttribute('aria-current');
    }
    if (focus) {
        const top = focus.offsetTop, bottom = top + focus.offsetHeight;
        if (top < box.scrollTop + 30 || bottom > box.scrollTop + box.clientHeight - 30)
            box.scrollTop = top - box.clientHeight / 2;
    }
}

const badge = task => h('span', { cls: `id is-${taskWord(state, task)}` }, task.id);

// --- queue, timers, tasks, locals, output ---------------------------------------------------------------------------

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
    case 'timer': return say('page_timer_due');
    default: return row.why || '';
    }
}

function showReady() {
    const list = state.ready.slice(0, rowsMax).map(row => h('li', {},
        row.task ? badge(state.row(row.task)) : h('span', { cls: 'id' }, row.h), ' ',
        h('b', {}, row.task ? fnOf(row.task) : say('page_callback')), ' ', h('span', { cls: 'note' }, whyReady(row))));
    byId('ready').replaceChildren(list.length ? h('ol', { cls: 'list' }, ...list) : empty('page_ready_empty'),
                                  ...(state.ready.length > rowsMax ? [more(state.ready.length - rowsMax)] : []));
}

function wokenBy(timer) {
    const waiting = timer.fut && state.tasks.find(t => t && t.state === 'waiting' && t.waits_on === timer.fut);
    const future = timer.fut && state.row(timer.fut), back = future && future.callbacks.find(c => c.task);
    return waiting ? waiting.id : back ? back.task : null;
}

function showTimers() {
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
                           `${future && future.of || id}`);
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
             badge(task), h('b', { cls: 'fn' }, task.fn || '?'), h('span', { cls: `word is-${word}` }, say('word_' + word)),
             h('span', { cls: 'chain' }, whereOf(task)));
}

function coroRow(row) {
    const links = row.chain.map(link => shownPlace(linkPlace(link)));
    const frame = row.frame && state.row(row.frame);
    const where = links.length ? links.join(' → ') : frame && frame.live ? shownPlace([frame.fn, frame.line]) : '';
    const words = { new: 'page_not_begun', running: 'word_running', suspended: 'word_suspended' };
    return h('li', { cls: 'task' }, h('span', { cls: 'id' }, row.id), h('b', { cls: 'fn' }, row.fn || ''),
             h('span', { cls: 'word' }, say(words[row.state] || 'word_done')), h('span', { cls: 'chain' }, where));
}

function showTasks() {
    const all = state.tasks.filter(task => task), open = all.filter(pendingTask), over = all.filter(t => !pendingTask(t));
    const others = [...state.greenlets, ...state.generators].filter(row => row && !['done', 'dropped'].includes(row.state));
    const list = [...open.slice(0, rowsMax).map(taskRow), ...others.slice(0, rowsMax).map(coroRow),
                  ...over.slice(-rowsMax).map(taskRow)];
    const left = all.length + others.length - list.length;
    byId('tasks').replaceChildren(list.length ? h('ul', { cls: 'list' }, ...list) : empty('page_no_tasks'),
                                  ...(left > 0 ? [more(left)] : []));
}

// Frames of what is chosen, else of what runs: [place, locals]..., outermost first.
function framesShown() {
    const task = chosen && state.row(chosen);
    const told = task && task.chain ? task : state.row(state.task || events[at].task || null);
    if (told && told.chain && told.chain.length)
        return told.chain.map(link => [linkPlace(link), link.locals || {}]);
    if (told && told.state === 'failed' && told.tb.length)
        return told.tb.map(link => [linkPlace(link), link.locals || {}]);
    if (told && told.state !== 'running' && !pendingTask(told))
        return [];
    const live = state.frames.filter(frame => frame && frame.live && frame.running);
    if (live.length)
        return live.slice(-8).map(frame => [[frame.fn, frame.line, frame.file], frame.locals]);
    const made = told && told.co && state.row(told.co);
    return made && !told.started ? [[[told.fn, 0], made.locals]] : [];
}

function showLocals() {
    const frames = framesShown().map(([p, locals]) => {
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

// --- lanes -----------------------------------------------------------------------------------------------------------

function laneScale() {
    const width = Math.max(100, byId('lane-scroll').clientWidth - 44);
    if (axisIsClock)
        return width / Math.max(1, lanes.end) * zoom;
    return Math.max(events.length > 4000 ? 3 : 5, width / Math.max(1, events.length - 1)) * zoom;
}

function laneView() {
    const box = byId('lane-scroll');
    return { left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight,
             scale: laneScale(), byClock: axisIsClock, event: at, chosen, hidden: !!quiz };
}

function drawLanes() {
    laneTimer = 0;
    const view = laneView(), names = byId('lane-names');
    picture.letters = laneLetters.map(id => say('page_letter_' + id));
    picture.draw(view);
    byId('lane-svg').setAttribute('aria-label', say('page_lanes_label', lanes.rows.length, events.length, at));
    const first = Math.max(0, Math.floor(view.top / laneHeight) - 1);
    const last = Math.min(lanes.rows.length, first + Math.ceil(view.height / laneHeight) + 3);
    const focus = names.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    const made = lanes.rows.slice(first, last).map(lane => {
        const button = h('button', { type: 'button', 'data-id': lane.id, 'aria-pressed': lane.id === chosen,
                                     cls: 'lane-name', title: `${lane.id} ${lane.fn}`, onclick: () => clickName(lane.id) },
                         h('b', {}, lane.id), ' ', lane.fn);
        button.style.top = `${axisHeight + lane.row * laneHeight - view.top}px`;
        button.style.paddingLeft = `${6 + lane.depth * 10}px`;
        return button;
    });
    names.replaceChildren(...made);
    if (focus) {
        const again = made.find(button => button.dataset.id === focus);
        if (again)
            again.focus({ preventScroll: true });
    }
}

const drawSoon = () => laneTimer = laneTimer || requestAnimationFrame(drawLanes);

function showLanes() {
    const box = byId('lane-scroll'), size = byId('lane-size');
    byId('lane-box').hidden = tableShown;
    byId('lane-table').hidden = !tableShown;
    byId('table-button').setAttribute('aria-pressed', tableShown);
    byId('axis-button').textContent = say(axisIsClock ? 'page_axis_clock' : 'page_axis_events');
    if (tableShown) {
        showLaneTable();
        return;
    }
    const scale = laneScale(), end = axisIsClock ? lanes.end : events.length - 1;
    size.style.width = `${Math.ceil(end * scale + 40)}px`;
    size.style.height = `${lanes.rows.length * laneHeight + axisHeight + 6}px`;
    const x = picture.x(at, { scale, byClock: axisIsClock });
    if (x < box.scrollLeft + 20 || x > box.scrollLeft + box.clientWidth - 30)
        box.scrollLeft = x - box.clientWidth * 0.4;
    const lane = lanes.byId.get(chosen || state.task || events[at].task);
    if (!lane && at === 0) {
        box.scrollTop = 0;
    } else if (lane && lane.from <= at) {
        const y = lane.row * laneHeight + axisHeight;
        if (y < box.scrollTop + axisHeight || y + laneHeight > box.scrollTop + box.clientHeight)
            box.scrollTop = y - box.clientHeight / 2;
    }
    drawLanes();
}

function showLaneTable() {
    const head = ['page_t_task', 'page_t_parent', 'page_t_state', 'page_t_since', 'page_t_steps', 'page_t_woken'];
    const tasks = state.tasks.filter(task => task);
    byId('lane-table').replaceChildren(h('table', {}, h('thead', {}, h('tr', {}, ...head.map(id => h('th', { scope: 'col' }, say(id))))),
        h('tbody', {}, ...tasks.slice(0, tableMax).map(task => h('tr', {}, h('th', { scope: 'row' }, `${task.id} ${task.fn || ''}`),
            h('td', {}, task.parent || say('page_module')), h('td', {}, wordOf(task)), h('td', {}, `#${task.since}`),
            h('td', {}, String(task.steps)), h('td', {}, task.woken_by ? `${task.woken_by}` +
                `${task.woken_setter && task.woken_setter !== task.woken_by ? `, ${task.woken_setter}` : ''}` : '–'))))),
        ...(tasks.length > tableMax ? [more(tasks.length - tableMax)] : []));
}

function chooseLane(id) {
    chosen = id;
    whyTask = null;
    show();
}

// The first click chooses a task and says why it waits, the second lets it go.
function clickName(id) {
    const again = chosen === id;
    chosen = again ? null : id;
    whyTask = !again && id[0] === 'T' && state.row(id) ? id : null;
    show();
}

function moveLane(direction) {
    const known = lanes.rows.filter(lane => lane.from <= at), now = known.findIndex(lane => lane.id === chosen);
    if (known.length)
        chooseLane(known[now < 0 ? (direction > 0 ? 0 : known.length - 1) : Math.max(0, Math.min(known.length - 1, now + direction))].id);
}

function askWhy() {
    const id = chosen || events[at].task || state.task;
    if (!id || id[0] !== 'T' || !state.row(id))
        return;
    chosen = id;
    whyTask = id;
    show();
}

function clickLanes(event) {
    const box = byId('lane-scroll').getBoundingClientRect(), view = laneView();
    const i = picture.eventAt(event.clientX - box.left + view.left, view);
    const lane = lanes.rows[Math.floor((event.clientY - box.top - axisHeight + view.top) / laneHeight)];
    const hit = event.clientY - box.top > axisHeight && lane && lanes.spanAt(lane, i);
    if (hit && hit[0] <= i)
        chosen = lane.id;
    jump(hit && hit[0] <= i ? hit[0] : i);
}

// --- the lines on top, controls -----------------------------------------------------------------------------------------

function showTelling() {
    const e = events[at], box = byId('telling');
    byId('place').textContent = [say('page_event', at, events.length - 1), say('page_round', state.round),
        say(begin.clock === 'real' ? 'page_clock_real' : 'page_clock_virtual', seconds(state.clock))].join('  ·  ');
    const next = quiz ? '' : nextSentence(at), text = sentence(at);
    const key = `${at} ${lang} ${!!quiz}`;
    if (box.key !== key) {
        box.key = key;
        box.replaceChildren(h('p', { cls: 'now' }, h('span', { cls: 'number' }, `#${at}`), ' ', text || e.ev),
                            h('p', { cls: 'next' }, next));
    }
    const why = byId('why');
    why.hidden = !whyTask;
    why.replaceChildren(...(whyTask ? new Walk(trace, state, whyTask, say).lines().filter(line => line).map((line, i, all) =>
        h('p', { cls: i === all.length - 1 ? 'root' : 'link', style: null, 'data-depth': Math.min(i, 8) }, line)) : []));
}

function showQuestion() {
    const box = byId('question');
    box.hidden = !quiz || !(question || quiz.asked || at === events.length - 1);
    byId('quiz-button').setAttribute('aria-pressed', !!quiz);
    byId('panes').className = `panes${quiz ? ` quiz-${quiz.level}` : ''}${question && !answered ? ' asking' : ''}`;
    if (box.hidden) {
        box.replaceChildren();
        return;
    }
    const level = h('button', { type: 'button', cls: 'small', onclick: () => {
        quiz.level = quiz.level % 3 + 1;
        show();
    } }, say('page_q_level', quiz.level));
    const score = h('p', { cls: 'score' }, quiz.score(), ' ', level);
    const parts = [];
    if (question) {
        parts.push(h('p', { id: 'question-text', cls: 'ask' }, `? ${question.text}`));
        parts.push(h('ol', { cls: 'options' }, ...question.options.map((text, i) => h('li', {}, h('button', {
            type: 'button', disabled: answered ? '' : null, cls: answered && i === question.right ? 'right' :
            answered && i === answered.given ? 'wrong' : null, onclick: () => answer(i) }, `${i + 1}) ${text}`)))));
        if (answered)
            parts.push(h('p', { cls: 'verdict' }, say(answered.given < 0 ? 'page_q_skipped' : answered.points ? 'page_q_yes' : 'page_q_no',
                         question.options[question.right]), ' ', question.shown || sentence(question.shows)));
        else
            parts.push(h('p', { cls: 'tools' }, h('button', { type: 'button', onclick: hint }, say('page_q_hint_button')),
                         h('button', { type: 'button', onclick: () => answer(-1) }, say('page_q_skip_button'))),
                       question.hinted ? h('p', { cls: 'hint' }, question.hint) : '');
    } else {
        parts.push(h('p', { id: 'question-text', cls: 'ask' }, say('page_q_going')));
    }
    if (at === events.length - 1 && quiz.worth().length)
        parts.push(h('p', { cls: 'tools' }, say('page_q_worth'), ...quiz.worth().map(i =>
            h('button', { type: 'button', onclick: () => jump(i) }, `#${i}`))));
    box.replaceChildren(...parts.filter(part => part), score);
}

function answer(given) {
    if (!question || answered || given >= question.options.length)
        return;
    answered = { given, points: quiz.answer(question, given) };
    show();
}

function hint() {
    if (question && !answered) {
        question.hinted = true;
        show();
    }
}

function toggleQuiz() {
    quiz = quiz ? null : new Quiz(trace, (begin.seed || 0) + 1, say);
    question = answered = null;
    show();
}

function showControls() {
    const slider = byId('slider'), e = events[at], task = e.task && state.row(e.task);
    slider.max = events.length - 1;
    slider.value = at;
    slider.setAttribute('aria-valuetext', say('page_valuetext', at, events.length - 1, seconds(state.clock),
        task && task.state ? `${task.id} ${wordOf(task)}` : e.by || say('word_loop')));
    slider.style.setProperty('--done', `${at / Math.max(1, events.length - 1) * 100}%`);
    const button = byId('play');
    button.classList.toggle('playing', !!playing);
    button.setAttribute('aria-pressed', !!playing);
    const label = say(playing ? 'page_pause' : 'page_play');
    button.setAttribute('aria-label', label);
    button.title = `${label} (${say('page_key_space')})`;
}

function show() {
    file = state.where && (state.where[2] || 0) < files.length ? state.where[2] || 0 : file;
    byId('files').value = String(file);
    showTelling();
    showQuestion();
    showSource();
    showLanes();
    showReady();
    showTimers();
    showTasks();
    showLocals();
    showOutput();
    showControls();
    if (!hashTimer)
        hashTimer = setTimeout(writeHash, 300);
}

function writeHash() {
    hashTimer = 0;
    const hash = `#e=${at}&lang=${lang}`;
    if (location.hash !== hash)
        history.replaceState(null, '', hash);
}

function readHash() {
    const given = new URLSearchParams(location.hash.slice(1)), e = given.get('e');
    if (['en', 'zh'].includes(given.get('lang')))
        lang = given.get('lang');
    return e !== null && /^\d+$/.test(e) ? +e : null;
}

// --- words that stand still ---------------------------------------------------------------------------------------------

const keyList = [['→ ←', 'page_k_step'], ['Shift+→ ←', 'page_k_switch'], ['Home End', 'page_k_ends'], ['Space', 'page_k_play'],
    ['+ −', 'page_k_speed'], ['↑ ↓', 'page_k_lane'], ['Enter', 'page_k_why'], ['x', 'page_k_axis'], ['b', 'page_k_break'],
    ['q', 'page_k_quiz'], ['/', 'page_k_find'], ['?', 'page_k_help'], ['1-9 ? s', 'page_k_answer']];

function setLang(to) {
    lang = to;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    for (const node of document.querySelectorAll('[data-t]'))
        node.textContent = say(node.dataset.t);
    for (const node of document.querySelectorAll('[data-label]')) {
        node.setAttribute('aria-label', say(node.dataset.label));
        node.title = say(node.dataset.label);
    }
    byId('find').placeholder = say('page_find');
    byId('lang-button').textContent = lang === 'zh' ? 'English' : '中文';
    byId('lang-button').lang = lang === 'zh' ? 'en' : 'zh-CN';
    byId('keys').replaceChildren(h('table', {}, h('tbody', {}, ...keyList.map(([key, id]) =>
        h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, key)), h('td', {}, say(id)))))));
    byId('legend').replaceChildren(...laneLetters.map(id => h('span', {}, h('i', { cls: `swatch ${id}` }, say('page_letter_' + id)),
                                                             say('page_legend_' + id))),
        ...[['✓', 'done'], ['✕', 'failed'], ['⊘', 'cancelled']].map(([sign, id]) =>
            h('span', {}, h('i', { cls: `swatch how-${id}` }, sign), say('word_' + id))));
}

function setTheme() {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = theme || (dark ? 'dark' : 'light');
}

// --- keys and buttons ------------------------------------------------------------------------------------------------

function pressed(event) {
    const target = event.target, tag = target.tagName, key = event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || byId('help').open || tag === 'SELECT' ||
        (tag === 'INPUT' && target.type !== 'range') || target.isContentEditable)
        return;
    if (event.shiftKey && !['ArrowRight', 'ArrowLeft', '?', '+', '/'].includes(key))
        return;
    if (tag === 'BUTTON' && (key === ' ' || key === 'Enter'))
        return;                                // the button's own
    if (question && !answered && /^[1-9]$/.test(key)) {
        answer(+key - 1);
    } else if (question && !answered && key === '?') {
        hint();
    } else if (question && !answered && key === 's') {
        answer(-1);
    } else {
        const action = {
            ArrowRight: () => event.shiftKey ? stepSwitch(1) : (stop(), step()),
            ArrowLeft: () => event.shiftKey ? stepSwitch(-1) : back(),
            Home: () => jump(0), End: () => jump(events.length - 1), ' ': play,
            '+': () => changeSpeed(1), '=': () => changeSpeed(1), '-': () => changeSpeed(-1),
            ArrowUp: () => moveLane(-1), ArrowDown: () => moveLane(1), Enter: askWhy, x: toggleAxis,
            b: () => state.where && toggleBreak(state.where[2] || 0, state.where[1]), q: toggleQuiz,
            '/': () => byId('find').focus(), '?': () => byId('help').showModal(),
        }[key];
        if (!action)
            return;
        action();
    }
    event.preventDefault();
}

function changeSpeed(direction) {
    setSpeed(speeds[Math.max(0, Math.min(speeds.length - 1, speeds.indexOf(speed) + direction))]);
}

function toggleAxis() {
    axisIsClock = !axisIsClock;
    show();
}

function changeZoom(factor) {
    zoom = Math.max(1, Math.min(64, zoom * factor));
    show();
}

function listen() {
    const click = (id, action) => byId(id).addEventListener('click', action);
    document.addEventListener('keydown', pressed);
    click('start', () => jump(0));
    click('back', back);
    click('play', play);
    click('step', () => (stop(), step()));
    click('end', () => jump(events.length - 1));
    click('axis-button', toggleAxis);
    click('zoom-in', () => changeZoom(2));
    click('zoom-out', () => changeZoom(0.5));
    click('table-button', () => { tableShown = !tableShown; show(); });
    click('quiz-button', toggleQuiz);
    click('help-button', () => byId('help').showModal());
    click('lang-button', () => { setLang(lang === 'zh' ? 'en' : 'zh'); question = answered = null; show(); });
    click('theme-button', () => { theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'; setTheme(); });
    click('lane-size', clickLanes);
    byId('slider').addEventListener('input', event => jump(+event.target.value));
    byId('speed').addEventListener('change', event => setSpeed(+event.target.value));
    byId('files').addEventListener('change', event => { file = +event.target.value; showSource(); });
    byId('find').addEventListener('input', showOutput);
    byId('find').addEventListener('keydown', event => {
        if (event.key === 'Enter')
            find(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape')
            event.target.blur();
    });
    byId('lane-scroll').addEventListener('scroll', drawSoon, { passive: true });
    window.addEventListener('resize', () => showLanes());
    window.addEventListener('beforeprint', () => drawLanes());
    window.addEventListener('hashchange', () => {
        const e = readHash();
        setLang(lang);
        go(e === null ? at : e);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', setTheme);
}

function open() {
    lang = (navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
    const first = readHash();
    byId('file').textContent = files.length ? files[0].name.split('/').pop() : 'miniasync';
    byId('speed').replaceChildren(...speeds.map(value => h('option', { value }, `${value}×`)));
    byId('files').replaceChildren(...files.map((f, i) => h('option', { value: i }, f.name)));
    byId('files').hidden = files.length < 2;
    readAll();
    picture = new LanePicture(lanes, byId('lane-svg'), []);
    setTheme();
    setSpeed(speed);
    setLang(lang);
    byId('lane-box').style.setProperty('--lanes', Math.max(1, Math.min(14, lanes.rows.length)));
    byId('app').hidden = false;
    listen();
    go(first || 0);
}

open();
