// lane_pane.js - the pane of the swimlanes: what part of them is in view, names beside them, the table, clicks. The lanes
// themselves are in lanes.js.

const laneLetters = ['runs', 'ready', 'waits', 'sleeps'], tableMax = 500;
let lanes, picture, axisIsClock = false, zoom = 1, tableShown = false, laneTimer = 0;
// Where the lanes were put; `held`: scrolled by hand, they stay until the cursor leaves them.
let placed = { left: 0, top: 0 }, held = false;

function laneScale() {
    const width = Math.max(100, byId('lane-scroll').clientWidth - 44);
    if (axisIsClock)
        return width / Math.max(1, lanes.end) * zoom;
    return Math.max(events.length > 4000 ? 3 : 5, width / Math.max(1, lastEvent)) * zoom;
}

function laneView() {
    const box = byId('lane-scroll');
    return { left: box.scrollLeft, top: box.scrollTop, width: box.clientWidth, height: box.clientHeight,
             scale: laneScale(), byClock: axisIsClock, event: at, chosen, hidden: !!quiz };
}

const laneName = lane => lane.fn || (lane.id[0] === 'G' ? (lane.depth ? 'hub' : say('page_module')) : '');
const laneTitle = lane => `${lane.id} ${laneName(lane)}`;

function drawLanes() {
    laneTimer = 0;
    const view = laneView(), names = byId('lane-names');
    picture.letters = laneLetters.map(id => say('page_letter_' + id));
    picture.draw(view);
    byId('lane-svg').setAttribute('aria-label', lanes.rows.length === 1 ? say('page_lanes_label_one', events.length, at)
        : say('page_lanes_label', lanes.rows.length, events.length, at));
    const first = Math.max(0, Math.floor(view.top / laneHeight) - 1);
    const last = Math.min(lanes.rows.length, first + Math.ceil(view.height / laneHeight) + 3);
    const focus = names.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    const made = lanes.rows.slice(first, last).map(lane => {
        const button = h('button', { type: 'button', 'data-id': lane.id, 'aria-pressed': lane.id === chosen,
                                     cls: 'lane-name', title: laneTitle(lane), onclick: () => clickName(lane.id) },
                         h('b', {}, lane.id), ' ', laneName(lane));
        button.style.top = `${axisHeight + lane.row * laneHeight - view.top}px`;
        button.style.paddingLeft = `${12 + lane.depth * 10}px`;
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
    const size = byId('lane-size');
    byId('lane-box').hidden = tableShown;
    byId('lane-table').hidden = !tableShown;
    byId('table-button').setAttribute('aria-pressed', tableShown);
    byId('axis-button').textContent = say(axisIsClock ? 'page_axis_clock' : 'page_axis_events');
    if (tableShown) {
        showLaneTable();
        return;
    }
    const scale = laneScale(), end = axisIsClock ? lanes.end : lastEvent;
    size.style.width = `${Math.ceil(end * scale + 40)}px`;
    size.style.height = `${lanes.rows.length * laneHeight + axisHeight + 6}px`;
    placeLanes(picture.x(at, { scale, byClock: axisIsClock }), laneInFocus());
    drawLanes();
}

// The lane that is chosen, or of the task that runs, or that was told of last.
function laneInFocus() {
    const known = id => {
        const lane = lanes.byId.get(id);
        return lane && lane.from <= at ? lane : null;
    };
    let lane = known(chosen) || known(state.task);
    for (let i = at; !lane && i >= 0 && i > at - 200; i--)
        lane = known(events[i].task) || known(events[i].to);
    return lane;
}

// How far a box is scrolled that shows a place in its middle: in strides, so that it stands still for a while, and by
// the place alone, so that the same event looks the same wherever one comes from.
function scrolledTo(place, size) {
    const stride = Math.max(1, size * 0.6);
    return Math.round(Math.max(0, Math.floor((place - size * 0.2) / stride) * stride));
}

function placeLanes(x, lane) {
    const box = byId('lane-scroll'), y = lane ? lane.row * laneHeight : 0, high = box.clientHeight - axisHeight - laneHeight;
    const seen = x >= box.scrollLeft && x < box.scrollLeft + box.clientWidth && y >= box.scrollTop && y < box.scrollTop + high;
    if (held && seen)
        return;
    held = false;
    box.scrollLeft = scrolledTo(x, box.clientWidth);
    box.scrollTop = scrolledTo(y, high);
    placed = { left: box.scrollLeft, top: box.scrollTop };
}

function scrolledLanes() {
    const box = byId('lane-scroll');
    held = held || Math.abs(box.scrollLeft - placed.left) > 1 || Math.abs(box.scrollTop - placed.top) > 1;
    drawSoon();
}

// The cells of a lane: made by, state, since, how often it ran, woken by.
function laneCells(lane) {
    const row = state.row(lane.id), parent = row.parent || say('page_module');
    if (lane.id[0] !== 'T')
        return [parent, coroWord(row), '–', '–', '–'];
    const woken = [row.woken_by, row.woken_setter !== row.woken_by ? row.woken_setter : null].filter(id => id);
    return [parent, wordOf(row), `#${row.since}`, String(row.steps), woken.join(', ') || '–'];
}

function showLaneTable() {
    const head = ['page_t_task', 'page_t_parent', 'page_t_state', 'page_t_since', 'page_t_steps', 'page_t_woken'];
    const known = lanes.rows.filter(lane => state.row(lane.id));
    const line = lane => h('tr', {}, h('th', { scope: 'row' }, laneTitle(lane)), ...laneCells(lane).map(text => h('td', {}, text)));
    byId('lane-table').replaceChildren(
        h('table', {}, h('thead', {}, h('tr', {}, ...head.map(id => h('th', { scope: 'col' }, say(id))))),
          h('tbody', {}, ...known.slice(0, tableMax).map(line))),
        ...(known.length > tableMax ? [more(known.length - tableMax)] : []));
}

function chooseLane(id) {
    chosen = id;
    whyTask = null;
    show();
}

// Would an answer be given away?
const whyIsHidden = () => !!quiz && (quiz.isOpen() || quiz.level >= 3);

// The first click chooses a task and says why it waits, the second lets it go.
function clickName(id) {
    const again = chosen === id;
    chosen = again ? null : id;
    whyTask = !again && !whyIsHidden() && id[0] === 'T' && state.row(id) ? id : null;
    show();
}

function moveLane(direction) {
    const known = lanes.rows.filter(lane => lane.from <= at), now = known.findIndex(lane => lane.id === chosen);
    if (known.length)
        chooseLane(known[now < 0 ? (direction > 0 ? 0 : known.length - 1) : Math.max(0, Math.min(known.length - 1, now + direction))].id);
}

function askWhy() {
    const id = chosen || events[at].task || state.task;
    if (whyIsHidden() || !id || id[0] !== 'T' || !state.row(id))
        return;
    chosen = id;
    whyTask = id;
    show();
}

function clickLanes(event) {
    held = true;                 // nothing moves under the pointer
    const box = byId('lane-scroll').getBoundingClientRect(), view = laneView();
    const i = picture.eventAt(event.clientX - box.left + view.left, view);
    const lane = lanes.rows[Math.floor((event.clientY - box.top - axisHeight + view.top) / laneHeight)];
    const hit = event.clientY - box.top > axisHeight && lane && lanes.spanAt(lane, i);
    if (hit && hit[0] <= i)
        chosen = lane.id;
    jump(hit && hit[0] <= i ? hit[0] : i);
}
