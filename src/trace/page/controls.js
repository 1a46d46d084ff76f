// controls.js - the lines on top, the controls below, words that stand still, keys and buttons; and the start of it all.

let theme = null;            // chosen by the button; null: as the system says

function showTelling() {
    const e = events[at], box = byId('telling');
    byId('place').textContent = [say('page_event', at, lastEvent), ...state.round ? [say('page_round', state.round)] : [],
        say(begin.clock === 'real' ? 'page_clock_real' : 'page_clock_virtual', seconds(state.clock))].join('  ·  ');
    const next = quiz ? '' : nextSentence(at), text = sentence(at);
    const key = `${at} ${lang} ${!!quiz}`;
    if (box.key !== key) {
        box.key = key;
        box.replaceChildren(h('p', { cls: 'now' }, h('span', { cls: 'number' }, `#${at}`), ' ', text || e.ev),
                            h('p', { cls: 'next' }, at ? next : `${next} ${say('page_begin')}`));
    }
}

// Why the task waits, one line a link.
function showWhy() {
    const why = byId('why');
    why.hidden = !whyTask;
    why.replaceChildren(...(whyTask ? new Walk(trace, state, whyTask, say).lines().filter(line => line).map((line, i, all) =>
        h('p', { cls: i === all.length - 1 ? 'root' : 'link', 'data-depth': Math.min(i, 8) }, line)) : []));
}

function showControls() {
    const slider = byId('slider'), e = events[at], task = e.task && state.row(e.task);
    slider.max = lastEvent;
    slider.value = at;
    slider.setAttribute('aria-valuetext', say('page_valuetext', at, lastEvent, seconds(state.clock),
        task && task.state ? `${task.id} ${wordOf(task)}` : e.by || say('word_loop')));
    slider.style.setProperty('--done', `${at / Math.max(1, lastEvent) * 100}%`);
    const button = byId('play');
    button.classList.toggle('playing', !!playing);
    button.setAttribute('aria-pressed', !!playing);
    const label = say(playing ? 'page_pause' : 'page_play');
    button.setAttribute('aria-label', label);
    button.title = `${label} (${say('page_key_space')})`;
}

// --- words that stand still -------------------------------------------------------------------------------------

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

// --- keys and buttons ---------------------------------------------------------------------------------------------

function keyAction(key, shift) {
    return {
        ArrowRight: () => shift ? stepSwitch(1) : (stop(), step()),
        ArrowLeft: () => shift ? stepSwitch(-1) : back(),
        Home: () => jump(0), End: () => jump(lastEvent), ' ': play,
        '+': () => changeSpeed(1), '=': () => changeSpeed(1), '-': () => changeSpeed(-1),
        ArrowUp: () => moveLane(-1), ArrowDown: () => moveLane(1), Enter: askWhy, x: toggleAxis,
        b: () => state.where && toggleBreak(state.where[2] || 0, state.where[1]), q: toggleQuiz,
        '/': () => byId('find').focus(), '?': () => byId('help').showModal(),
    }[key];
}

function pressed(event) {
    const target = event.target, tag = target.tagName, key = event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || byId('help').open || tag === 'SELECT' ||
        (tag === 'INPUT' && target.type !== 'range') || target.isContentEditable)
        return;
    if (event.shiftKey && !['ArrowRight', 'ArrowLeft', '?', '+', '/'].includes(key))
        return;
    if (tag === 'BUTTON' && (key === ' ' || key === 'Enter'))
        return;                                // the button's own
    const action = (quiz && quiz.isOpen() && quizKey(key)) || keyAction(key, event.shiftKey);
    if (!action)
        return;
    action();
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
    click('end', () => jump(lastEvent));
    click('axis-button', toggleAxis);
    click('zoom-in', () => changeZoom(2));
    click('zoom-out', () => changeZoom(0.5));
    click('table-button', () => { tableShown = !tableShown; show(); });
    click('quiz-button', toggleQuiz);
    click('help-button', () => byId('help').showModal());
    click('lang-button', () => { setLang(lang === 'zh' ? 'en' : 'zh'); show(); });
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
    byId('lane-scroll').addEventListener('scroll', scrolledLanes, { passive: true });
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
