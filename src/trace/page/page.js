// page.js - where one is in the recording, and moving there: step, back, play. Everything shown comes from the state at one
// event, so that the same event always looks the same.

const stopKinds = new Set(['line', 'task_wait', 'task_yield', 'await_ready', 'task_step', 'task_done', 'task_cancel',
                           'fut_set', 'timer_fire', 'clock', 'raise', 'report']);
const speeds = [0.5, 1, 2, 4, 8, 16];
const lastEvent = events.length - 1;
// What why.js asks of the recording, and where something is printed.
const trace = { events, armed: new Map(), outputs: [], line: (file, n) => (sources[file] || [])[n - 1] || '' };
const stops = [], breaks = new Set(), checkpoints = [];
let state = new State(), at = 0, near = null;
let chosen = null, whyTask = null;     // the lane that is chosen, the task whose reason is shown
let playing = 0, speed = 2, hashTimer = 0;

function readAll() {
    const every = Math.max(200, Math.ceil(events.length / 80)), s = new State();
    events.forEach((e, i) => {
        if (i % every === 0)
            checkpoints.push(s.snapshot());
        s.fold(e);
        if (stopKinds.has(e.ev) || i === 0 || i === lastEvent)
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

// How many stops come after one event, up to another.
const stopsBetweenEvents = (from, to) => Math.max(0, stopsBefore(to + 1) - stopsBefore(from + 1));

function go(event) {
    const to = Math.max(0, Math.min(lastEvent, event | 0));
    whyTask = null;
    if (quiz)
        quiz.pass(to, stopsBetweenEvents(quiz.reached, to));
    at = to;
    stateAt(at);
    show();
}

// Somewhere else: what is asked is forgotten.
function jump(event) {
    stop();
    if (quiz)
        quiz.leave();
    go(event);
}

// Forward to an event; a question on the way comes first. false: one must be answered before.
function advance(to) {
    if (quiz && quiz.isOpen())
        return false;
    const question = quiz && quiz.onTheWay(to);
    if (quiz)
        quiz.leave();
    if (!question) {
        go(to);
        return true;
    }
    stop();
    go(question.event);
    quiz.ask(question);
    show();
    return false;
}

// To the next stop point. false: it is the end, or a question came.
function step() {
    const n = stopsBefore(at + 1);
    return n < stops.length && advance(stops[n]);
}

function back() {
    const n = stopsBefore(at);
    if (n > 0)
        jump(stops[n - 1]);
}

// To the next (previous) moment at which a task begins to run.
function stepSwitch(direction) {
    stop();
    let to = at + direction;
    while (to > 0 && to < lastEvent && events[to].ev !== 'task_step' && events[to].ev !== 'switch')
        to += direction;
    if (direction > 0)
        advance(Math.min(to, lastEvent));
    else
        jump(to);
}

function isBreak(i) {
    return breaks.size > 0 && state.where && breaks.has(`${state.where[2] || 0}:${state.where[1]}`) &&
           (events[i].ev === 'line' || begin.detail !== 'line');
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
    if (at === lastEvent)
        jump(0);
    byId('telling').setAttribute('aria-live', 'off');
    const turn = () => {
        playing = setTimeout(turn, 1000 / speed);
        if (!step() || isBreak(at) || at === lastEvent)
            stop();
    };
    playing = setTimeout(turn, 1000 / speed);
    showControls();
}

function setSpeed(value) {
    speed = value;
    byId('speed').value = String(value);
}

// --- showing -------------------------------------------------------------------------------------------------------

function show() {
    showTelling();
    showWhy();
    showQuestion();
    showFile();
    showLanes();
    showReady();
    showTimers();
    showTasks();
    showLocals();
    showOutput();
    showControls();
    hashTimer = hashTimer || setTimeout(writeHash, 300);
}

// The address holds the place: #e=23&lang=zh.
function writeHash() {
    hashTimer = 0;
    const hash = `#e=${at}&lang=${lang}`;
    if (location.hash !== hash)
        history.replaceState(null, '', hash);
}

// Its event, or null.
function readHash() {
    const given = new URLSearchParams(location.hash.slice(1)), e = given.get('e');
    if (languages.includes(given.get('lang')))
        lang = given.get('lang');
    return e !== null && /^\d+$/.test(e) ? +e : null;
}
