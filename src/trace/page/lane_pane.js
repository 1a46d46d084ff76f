// lane_pane.js - the pane of the swimlanes: what part of them is in view, names beside them, the table, clicks. The lanes
// themselves are in lanes.js.

const laneLetters = ['runs', 'ready', 'waits', 'sleeps'], tableMax = 500;
let lanes, picture, axisIsClock = false, zoom = 1, tableShown = false, laneTimer = 0;

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
    const box = byId('lane-scroll').getBoundingClientRect(), view = laneView();
    const i = picture.eventAt(event.clientX - box.left + view.left, view);
    const lane = lanes.rows[Math.floor((event.clientY - box.top - axisHeight + view.top) / laneHeight)];
    const hit = event.clientY - box.top > axisHeight && lane && lanes.spanAt(lane, i);
    if (hit && hit[0] <= i)
        chosen = lane.id;
    jump(hit && hit[0] <= i ? hit[0] : i);
}
