// lanes.js - the swimlanes: one a task, greenlet or (if they are few) generator, in order of creation. What a lane shows is found once, for the whole
// recording; what is drawn is what can be seen.

const RUNS = 0, READY = 1, WAITS = 2, SLEEPS = 3;
const laneHeight = 28, axisHeight = 22, generatorsMax = 12;

// Lanes out of events: { id, fn, depth, from, to, how, spans: [[from, to, kind]...] } and who woke whom.
class Lanes {
    constructor(events) {
        this.events = events;
        this.rows = [];
        this.byId = new Map();
        this.arrows = [];            // { from, to: events; source, target: rows; made }, by `to`
        this.clock = new Float64Array(events.length);
        const kinds = new Map(), sets = new Map(), bodies = new Map(); // bodies: frames of generators
        const named = events.filter(e => e.ev === 'gen_new' && e.fn && e.fn[0] !== '<').length;
        const generators = named > 0 && named <= generatorsMax && begin.detail === 'line';
        let offset = 0, last = 0;
        events.forEach((e, i) => {
            if (e.t + offset < last)
                offset = last - e.t;
            last = this.clock[i] = e.t + offset;
            const lane = this.byId.get(e.task);
            switch (e.ev) {
            case 'fut_new': kinds.set(e.fut, e.kind); break;
            case 'fut_set': sets.set(e.fut, { event: i, by: e.by }); break;
            case 'task_new': this.add(e.task, e.fn, e.by, i); break;
            case 'ready':
                if (!lane)
                    break;
                this.turn(lane, i, READY);
                if (e.kind === 'wakeup' && e.fut) {
                    const set = sets.get(e.fut), source = set && this.byId.get(set.by);
                    if (source && source !== lane)
                        this.arrows.push({ from: set.event, to: i, source: source.row, target: lane.row, made: false });
                }
                break;
            case 'task_step': if (lane) this.turn(lane, i, RUNS); break;
            case 'task_wait': if (lane) this.turn(lane, i, kinds.get(e.fut) === 'sleep' ? SLEEPS : WAITS); break;
            case 'task_yield': if (lane) this.turn(lane, i, READY); break;
            case 'task_done':
                if (lane)
                    this.close(lane, i, e.how === 'result' ? '✓' : e.how === 'error' ? '✕' : '⊘');
                sets.set(e.task, { event: i, by: e.task });
                break;
            case 'green_new': this.add(e.g, e.fn, e.parent, i); break;
            case 'gen_new':
                if (generators)
                    this.add(e.y, e.fn, null, i);
                break;
            case 'call':
                if (this.byId.has(e.of) && e.of[0] === 'Y')
                    bodies.set(e.r, this.byId.get(e.of));
                // fall through
            case 'resume': if (bodies.has(e.r)) this.turn(bodies.get(e.r), i, RUNS); break;
            case 'leave': this.left(bodies.get(e.r), e, i); break;
            case 'switch': this.switched(e, i); break;
            }
        });
        for (const lane of this.rows)
            if (lane.to < 0)
                this.close(lane, events.length - 1, '');
        this.end = last;
    }

    add(id, fn, parent, i) {
        if (!id || this.byId.has(id))
            return;
        const above = this.byId.get(parent), row = this.rows.length;
        const lane = { id, fn: fn || '', row, depth: above ? Math.min(above.depth + 1, 6) : 0, from: i, to: -1, how: '',
                       kind: id[0] === 'T' ? READY : WAITS, since: i, spans: [] };
        this.rows.push(lane);
        this.byId.set(id, lane);
        if (above)
            this.arrows.push({ from: i, to: i, source: above.row, target: row, made: true });
    }

    turn(lane, i, kind) {
        if (lane.to >= 0 || lane.kind === kind)
            return;
        if (i > lane.since)
            lane.spans.push([lane.since, i, lane.kind]);
        lane.kind = kind;
        lane.since = i;
    }

    close(lane, i, how) {
        if (lane.to >= 0)
            return;
        lane.spans.push([lane.since, i, lane.kind]);
        lane.to = i;
        lane.how = how;
    }

    left(lane, e, i) {
        if (lane && isOver(e.how))
            this.close(lane, i, e.how === 'return' ? '✓' : '⊘');
        else if (lane)
            this.turn(lane, i, WAITS);
    }

    switched(e, i) {
        this.add(e.from, '', null, i);
        this.add(e.to, '', null, i);
        const from = this.byId.get(e.from), to = this.byId.get(e.to);
        if (from && isOver(e.how))
            this.close(from, i, e.how === 'return' ? '✓' : '✕');
        else if (from)
            this.turn(from, i, WAITS);
        if (to)
            this.turn(to, i, RUNS);
        if (from && to)
            this.arrows.push({ from: i, to: i, source: from.row, target: to.row, made: false });
    }

    // The span of a lane at an event, or undefined.
    spanAt(lane, i) {
        return lane.spans[firstAfter(lane.spans, i)];
    }
}

// Index of the first span that ends after event i.
function firstAfter(spans, i) {
    let low = 0, high = spans.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (spans[middle][1] > i)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

// Draws a part of the lanes. view: { left, top, width, height, scale, byClock, event, chosen, hidden }.
class LanePicture {
    constructor(lanes, svg, letters) {
        this.lanes = lanes;
        this.svg = svg;
        this.letters = letters;
    }

    x(i, view) {
        return 12 + (view.byClock ? this.lanes.clock[i] : i) * view.scale;
    }

    // The event at a place: the last one that is not right of it.
    eventAt(x, view) {
        const at = (x - 12) / view.scale, count = this.lanes.events.length;
        if (!view.byClock)
            return Math.max(0, Math.min(count - 1, Math.round(at)));
        let low = 0, high = count;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.lanes.clock[middle] > at)
                high = middle;
            else
                low = middle + 1;
        }
        return Math.max(0, low - 1);
    }

    draw(view) {
        const parts = [], { left, top, width, height } = view, rows = this.lanes.rows;
        const first = Math.max(0, Math.floor(top / laneHeight) - 1);
        const last = Math.min(rows.length, Math.ceil((top + height) / laneHeight) + 1);
        const from = Math.max(0, this.eventAt(left - 80, view) - 1), to = this.eventAt(left + width + 80, view) + 1;
        const here = this.x(view.event, view) - left, y = row => row * laneHeight - top + axisHeight;
        parts.push('<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" ' +
            'patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-back"/><path d="M0 0v6" class="hatch"/>' +
            '</pattern><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" ' +
            'orient="auto"><path d="M0 0 8 4 0 8z" class="tip"/></marker></defs>');
        for (let row = first; row < last; row++)
            this.drawLane(rows[row], y(row), from, to, view, parts);
        this.drawArrows(first, last, from, to, y, view, parts);
        if (!view.hidden)
            parts.push(`<rect class="future" x="${r(here + 3)}" y="0" width="${r(Math.max(0, width - here))}" ` +
                       `height="${r(height)}"/>`);
        else
            parts.push(`<rect class="unseen" x="${r(here + 3)}" y="0" width="${r(Math.max(0, width - here))}" ` +
                       `height="${r(height)}"/>`);
        this.drawAxis(from, to, view, parts);
        parts.push(`<path class="cursor" d="M${r(here)} 0V${r(height)}"/>`);
        this.svg.setAttribute('width', width);
        this.svg.setAttribute('height', height);
        this.svg.innerHTML = parts.join('');
    }

    drawLane(lane, y, from, to, view, parts) {
        const middle = y + laneHeight / 2, spans = lane.spans, left = view.left;
        if (lane.id === view.chosen)
            parts.push(`<rect class="chosen" x="0" y="${r(y)}" width="${view.width}" height="${laneHeight}"/>`);
        let drawn = -Infinity;
        for (let k = firstAfter(spans, from); k < spans.length && spans[k][0] <= to; k++) {
            const [a, b, kind] = spans[k], x = Math.max(this.x(a, view) - left, -20);
            const end = Math.min(this.x(b, view) - left, view.width + 20), wide = Math.max(end - x, kind <= READY ? 3 : 0);
            if (x + wide < drawn + 0.6)
                continue;                      // nothing of it could be seen
            drawn = x + wide;
            const text = wide >= 13 ? `<text class="on-${kind}" x="${r(x + wide / 2)}" y="${r(middle + 4)}">` +
                                      `${this.letters[kind]}</text>` : '';
            if (kind === RUNS)
                parts.push(`<rect class="runs" x="${r(x)}" y="${r(y + 4)}" width="${r(wide)}" height="${laneHeight - 8}" ` +
                           `rx="2"/>${text}`);
            else if (kind === READY)
                parts.push(`<rect class="queued" x="${r(x)}" y="${r(y + 6)}" width="${r(wide)}" ` +
                           `height="${laneHeight - 12}" rx="2"/>${text}`);
            else
                parts.push(`<path class="waits${kind === SLEEPS ? ' sleeps' : ''}" d="M${r(x)} ${r(middle)}H${r(end)}"/>` +
                           (kind === SLEEPS && wide >= 16 ? clockMark(x + wide / 2, middle)
                            : kind === WAITS && wide >= 16 ? waitMark(x + wide / 2, middle, this.letters[WAITS]) : ''));
        }
        const end = this.x(lane.to, view) - left;
        if (lane.how && lane.to <= to && lane.to >= from)
            parts.push(`<text class="how how-${{ '✓': 'done', '✕': 'failed', '⊘': 'cancelled' }[lane.how]}" ` +
                       `x="${r(end + 9)}" y="${r(middle + 5)}">${lane.how}</text>`);
    }

    drawArrows(first, last, from, to, y, view, parts) {
        const arrows = this.lanes.arrows;
        let low = 0, high = arrows.length, count = 0;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (arrows[middle].to >= from)
                high = middle;
            else
                low = middle + 1;
        }
        for (; low < arrows.length && arrows[low].from <= to && count < 300; low++) {
            const a = arrows[low];
            if (Math.max(a.source, a.target) < first || Math.min(a.source, a.target) >= last)
                continue;
            const x1 = this.x(a.from, view) - view.left, x2 = this.x(a.to, view) - view.left, down = a.target > a.source;
            const y1 = y(a.source) + (down ? laneHeight - 4 : 4), y2 = y(a.target) + (down ? 5 : laneHeight - 5);
            parts.push(`<path class="${a.made ? 'made' : 'woke'}" marker-end="url(#tip)" ` +
                       `d="M${r(x1)} ${r(y1)}C${r(x1)} ${r((y1 + y2) / 2)} ${r(x2)} ${r((y1 + y2) / 2)} ${r(x2)} ${r(y2)}"/>`);
            count++;
        }
    }

    drawAxis(from, to, view, parts) {
        parts.push(`<rect class="axis-back" x="0" y="0" width="${view.width}" height="${axisHeight}"/>`);
        const unit = view.byClock ? view.scale : view.scale, room = view.byClock ? 74 : 52;
        let step = Math.pow(10, Math.ceil(Math.log10(room / unit)));
        if (step * unit / 5 >= room)
            step /= 5;
        else if (step * unit / 2 >= room)
            step /= 2;
        step = Math.max(step, 1);
        const begin = Math.max(0, Math.floor((view.left - 12) / unit / step)) * step;
        const limit = view.byClock ? this.lanes.end : this.lanes.events.length - 1;
        for (let at = begin; at <= limit && 12 + at * unit < view.left + view.width + room; at += step) {
            const x = 12 + at * unit - view.left;
            parts.push(`<path class="tick" d="M${r(x)} ${axisHeight - 5}v5"/><text class="axis" x="${r(x + 3)}" y="14">` +
                       `${view.byClock ? seconds(at) + ' s' : '#' + at}</text>`);
        }
    }
}

const r = n => Math.round(n * 10) / 10;
const clockMark = (x, y) => `<g class="clock"><circle cx="${r(x)}" cy="${r(y)}" r="6"/>` +
    `<path d="M${r(x)} ${r(y - 3.500)}V${r(y)}H${r(x + 3)}"/></g>`;
const waitMark = (x, y, letter) => `<g class="wait-mark"><circle cx="${r(x)}" cy="${r(y)}" r="7"/>` +
    `<text x="${r(x)}" y="${r(y + 3.500)}">${letter}</text></g>`;
