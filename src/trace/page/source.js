// source.js - the source: its lines in colours, the current one, breakpoints, which tasks stand where.

const marksMax = 6;
let file = 0, fileShown = -1;

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

// The file in which something happens comes up by itself.
function showFile() {
    file = state.where && (state.where[2] || 0) < files.length ? state.where[2] || 0 : 0;
    byId('files').value = String(file);
    showSource();
}

// Tasks by the line of this file on which they stand.
function tasksByLine() {
    const marks = new Map();
    for (const task of state.tasks.filter(pendingTask)) {
        const p = standsAt(task);
        if (p && (p[2] || 0) === file)
            marks.set(p[1], [...(marks.get(p[1]) || []), task]);
    }
    return marks;
}

function showLine(row, tasks, current) {
    const n = +row.dataset.n, number = row.firstChild, broken = breaks.has(`${file}:${n}`);
    row.classList.toggle('current', n === current);
    row.classList.toggle('broken', broken);
    number.tabIndex = n === (current || 1) ? 0 : -1;
    number.setAttribute('aria-pressed', broken);
    number.setAttribute('aria-label', say('page_break_line', n));
    if (n === current)
        row.setAttribute('aria-current', 'true');
    else
        row.removeAttribute('aria-current');
    const room = matchMedia('(max-width: 640px)').matches ? 2 : marksMax;
    const key = `${room} ${tasks.map(task => task.id + taskWord(state, task)).join(' ')}`;
    if (row.marks === key)
        return;
    row.marks = key;
    row.lastChild.replaceChildren(...tasks.slice(0, room).map(badge), tasks.length > room ? `+${tasks.length - room}` : '');
}

function showSource() {
    if (fileShown !== file)
        buildSource();
    const where = state.where, box = byId('source'), marks = tasksByLine();
    const current = where && (where[2] || 0) === file ? where[1] : 0;
    for (const row of box.children)
        showLine(row, marks.get(+row.dataset.n) || [], current);
    const focus = current && box.children[current - 1];
    if (focus && (focus.offsetTop < box.scrollTop + 30 ||
                  focus.offsetTop + focus.offsetHeight > box.scrollTop + box.clientHeight - 30))
        box.scrollTop = focus.offsetTop - box.clientHeight / 2;
}

const badge = task => h('span', { cls: `id is-${taskWord(state, task)}` }, task.id);
