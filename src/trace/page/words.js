// words.js - what the page was given (the recording, what is told of it, the messages), and texts made of it in the
// language chosen.

const byId = id => document.getElementById(id);
const read = id => JSON.parse(byId(id).textContent);
const events = read('recording'), narration = read('narration'), messages = read('messages');
const begin = events[0], files = begin.files || [];
const sources = files.map(file => file.text.split('\n'));
const languages = ['en', 'zh'];
let lang = 'en';

const language = () => languages.indexOf(lang);

function say(id, ...values) {
    const row = messages[id];
    return row ? row[language()].replace(/\{(\d)\}/g, (all, n) => n <= values.length ? values[n - 1] : all) : id;
}

// Text k of a row [pattern, number...]: patterns hold numbers as characters from U+E000 on (src/trace/patterns.h).
function filled(row, k) {
    return !row ? '' : narration.patterns[row[0]][k].replace(/[\uE000-\uE03B]/g, c => {
        const slot = c.charCodeAt(0) - 0xE000 + 1;
        return slot < row.length ? row[slot] : c;
    });
}

// What is told of an event: the reason, if there is more to it than the sentence; and what comes next.
const sentence = i => filled(narration.events[i], languages.length + language()) || filled(narration.events[i], language());
const nextSentence = i => filled(narration.next[i], language());
const wordOf = task => say('word_' + taskWord(state, task));

// A node: h('li', { cls: 'task', onclick: go }, 'text', node...).
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
