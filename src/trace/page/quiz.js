// quiz.js - the quiz: which question comes up, points, what is worth a second look. The questions with their keys and
// words are made by src/trace/quiz*.c and lie in the narration; the rules here are those of src/trace/quiz.c.

const stopsBetween = 5, secondLooks = 3, kindOrder = ['order', 'suspend', 'output', 'clock', 'cause'];
const OPEN = null, SKIPPED = -1;

const answered = question => question.given !== OPEN;
const counts = question => question.given >= 0 && question.right >= 0;
const pointsOf = question => question.given !== question.right ? 0 : question.hinted ? 0.5 : 1;

class Quiz {
    // Turned on at event `from`: what lies before is not asked.
    constructor(rows, from) {
        this.level = 1;
        this.asked = [];
        this.current = null;         // the question that is shown: open, or answered and not yet left
        this.reached = from;
        this.stops = stopsBetween;   // since the last question
        this.rows = rows;
    }

    isOpen() {
        return !!this.current && !answered(this.current);
    }

    // The first question on the way to an event, or null.
    onTheWay(to) {
        const row = this.rows.find(([event]) => event > this.reached && event <= to);
        return row ? { event: row[0], kind: row[1], right: row[2], decided: row[3], title: row[4], hint: row[5], reason: row[6],
                       choices: row.slice(7), given: OPEN, hinted: false } : null;
    }

    // `stops` stop points further on, at an event.
    pass(to, stops) {
        if (to <= this.reached)
            return;
        this.reached = to;
        this.stops += stops;
    }

    ask(question) {
        this.current = question;
        this.stops = 0;
    }

    answer(given) {
        this.current.given = given;
        this.asked.push(this.current);
    }

    // An open one is forgotten.
    leave() {
        this.current = null;
    }

    hidesQueue() {
        const waits = this.current ? this.isOpen() : this.stops >= stopsBetween;
        return this.level >= 3 || (this.level === 2 && waits);
    }

    // [points, questions] of one kind, or of all.
    score(kind) {
        const list = this.asked.filter(question => counts(question) && (!kind || question.kind === kind));
        return [list.reduce((sum, question) => sum + pointsOf(question), 0), list.length];
    }

    // "score 3 of 5   order 1/2  suspend 2/2"
    scoreText(say) {
        const kinds = kindOrder.map(kind => [kind, this.score(kind)]).filter(([, [, all]]) => all)
            .map(([kind, [points, all]]) => `${say('quiz_' + kind)} ${points}/${all}`);
        return say('quiz_score', ...this.score()) + (kinds.length ? '   ' + kinds.join('  ') : '');
    }

    // Wrong answers first, then skipped ones, then those that needed a hint.
    worthALook() {
        const rank = question => question.right < 0 ? 3 : question.given === SKIPPED ? 1
                               : question.given !== question.right ? 0 : question.hinted ? 2 : 3;
        return this.asked.filter(question => rank(question) < 3).sort((a, b) => rank(a) - rank(b)).slice(0, secondLooks);
    }
}
