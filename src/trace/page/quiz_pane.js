// quiz_pane.js - the question on the page, its keys and buttons.

let quiz = null;             // a Quiz while it is on

const inWords = row => filled(row, language());

function choiceButton(question, i) {
    const done = answered(question), cls = done && i === question.right ? 'right' : done && i === question.given ? 'wrong' : null;
    return h('li', {}, h('button', { type: 'button', disabled: done ? '' : null, cls, onclick: () => answer(i) },
                         `${i + 1}) ${inWords(question.choices[i])}`));
}

function verdict(question) {
    const reason = inWords(question.reason);
    if (question.right < 0)
        return reason;
    return say(question.given === SKIPPED ? 'quiz_skipped' : question.given === question.right ? 'quiz_yes' : 'quiz_no', reason);
}

function questionParts(question) {
    const title = h('p', { id: 'question-text', cls: 'ask' }, question ? `? ${inWords(question.title)}` : say('page_q_going'));
    if (!question)
        return [title];
    const parts = [title, h('ol', { cls: 'options' }, ...question.choices.map((row, i) => choiceButton(question, i)))];
    if (answered(question))
        parts.push(h('p', { cls: 'verdict' }, verdict(question)));
    else if (question.hinted)
        parts.push(h('p', { cls: 'hint' }, say('quiz_hint', inWords(question.hint))));
    return parts;
}

// Below: hint and skip while it is open, points, level.
function questionTools() {
    const level = h('button', { type: 'button', cls: 'level', onclick: changeLevel }, say('page_q_level', quiz.level));
    const open = quiz.isOpen() ? [h('button', { type: 'button', onclick: hint }, say('page_q_hint_button')),
                                  h('button', { type: 'button', onclick: () => answer(SKIPPED) }, say('page_q_skip_button'))] : [];
    return h('p', { cls: 'tools' }, ...open, level, h('span', { cls: 'score' }, quiz.scoreText(say)));
}

// Events worth a second look, at the end.
function lookParts() {
    const list = at === lastEvent ? quiz.worthALook() : [];
    return !list.length ? [] : [h('p', { cls: 'tools look' }, say('quiz_look', ''), ...list.map(question =>
        h('button', { type: 'button', onclick: () => jump(question.decided) },
          say('page_q_look', question.decided, say('quiz_' + question.kind)))))];
}

function showQuestion() {
    const box = byId('question');
    box.hidden = !quiz;
    byId('quiz-button').setAttribute('aria-pressed', !!quiz);
    byId('panes').classList.toggle('hides-all', !!quiz && quiz.level >= 3);
    if (!quiz) {
        box.replaceChildren();
        return;
    }
    const focused = box.contains(document.activeElement);
    box.replaceChildren(...questionParts(quiz.current), ...lookParts(), questionTools());
    if (focused)                 // on a button that has gone
        box.focus();
}

function changeLevel() {
    quiz.level = quiz.level % 3 + 1;
    show();
}

// given: which choice, from 0 on, or SKIPPED.
function answer(given) {
    if (!quiz.isOpen() || given >= quiz.current.choices.length)
        return;
    quiz.answer(given);
    show();
}

function hint() {
    if (quiz.isOpen())
        quiz.current.hinted = true;
    show();
}

// What a key does while a question is open; undefined: nothing of the quiz.
function quizKey(key) {
    if (/^[1-9]$/.test(key))
        return () => answer(+key - 1);
    return { '?': hint, s: () => answer(SKIPPED), S: () => answer(SKIPPED) }[key];
}

function toggleQuiz() {
    quiz = quiz ? null : new Quiz(narration.questions, at);
    show();
}
