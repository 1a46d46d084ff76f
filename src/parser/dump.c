/* dump.c - the tree as text (--ast): one node a line, indented, its plain fields behind it.
 *     Assign 3:0-3:9
 *       targets:
 *         Name 3:0-3:1 name=x
 *       value: BinOp 3:4-3:9 op=Add
 *         left: ... */
#include "parser/parser.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void dump_string(Sink *sink, const char *bytes, size_t length)
{
    sink_text(sink, "'");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '\n')
            sink_text(sink, "\\n");
        else if (c == '\'' || c == '\\')
            sink_format(sink, "\\%c", c);
        else if (c < 0x20 || c == 0x7F)
            sink_format(sink, "\\x%02x", c);
        else
            sink_bytes(sink, bytes + i, 1);
    }
    sink_text(sink, "'");
}

static void dump_bytes(Sink *sink, const char *bytes, size_t length)
{
    sink_text(sink, "b'");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c < 0x20 || c >= 0x7F || c == '\'' || c == '\\')
            sink_format(sink, "\\x%02x", c);
        else
            sink_bytes(sink, bytes + i, 1);
    }
    sink_text(sink, "'");
}

static void dump_constant(Sink *sink, const Constant *value)
{
    switch (value->kind) {
    case CONSTANT_NONE: sink_text(sink, "None"); break;
    case CONSTANT_TRUE: sink_text(sink, "True"); break;
    case CONSTANT_FALSE: sink_text(sink, "False"); break;
    case CONSTANT_ELLIPSIS: sink_text(sink, "Ellipsis"); break;
    case CONSTANT_INT: sink_format(sink, "%" PRId64, value->integer); break;
    case CONSTANT_BIG_INT:
        sink_text(sink, value->base == 16 ? "0x" : value->base == 8 ? "0o" : value->base == 2 ? "0b" : "");
        sink_bytes(sink, value->bytes, value->length);
        break;
    case CONSTANT_FLOAT: sink_format(sink, "%.17g", value->number); break;
    case CONSTANT_STR: dump_string(sink, value->bytes, value->length); break;
    case CONSTANT_BYTES: dump_bytes(sink, value->bytes, value->length); break;
    }
}

/* Fields that fit behind the node's name; nothing for children, and for names and flags not set. */
static void dump_plain_field(Sink *sink, const NodeField *info, const Node *node)
{
    const void *field = (const char *)node + info->offset;
    char number[32];
    const char *text = NULL;
    const Name *name = NULL;
    switch (info->type) {
    case FIELD_name:
    case FIELD_optname:
        name = *(const Name *const *)field;
        if (!name)
            return;
        break;
    case FIELD_flag:
        if (!*(const bool *)field)
            return;
        text = "True";
        break;
    case FIELD_number:
        snprintf(number, sizeof number, "%d", (int)*(const int32_t *)field);
        text = number;
        break;
    case FIELD_binop: text = binary_operator_names[*(const BinaryOperator *)field]; break;
    case FIELD_unop: text = unary_operator_names[*(const UnaryOperator *)field]; break;
    case FIELD_boolop: text = *(const BoolOperator *)field == BOOL_AND ? "And" : "Or"; break;
    case FIELD_names:
    case FIELD_cmpops:
    case FIELD_constant: text = ""; break;
    default: return;
    }
    sink_text(sink, " ");
    sink_coloured(sink, "2", info->name);
    sink_text(sink, "=");
    if (name) {
        sink_coloured(sink, "33", name->bytes);
    } else if (info->type == FIELD_names) {
        const NameList *names = field;
        for (uint32_t i = 0; i < names->count; i++) {
            sink_text(sink, i ? "," : "");
            sink_coloured(sink, "33", names->items[i]->bytes);
        }
    } else if (info->type == FIELD_cmpops) {
        const uint8_t *ops = *(const uint8_t *const *)field;
        uint32_t count = node_compare(node)->comparators.count;
        for (uint32_t i = 0; i < count; i++) {
            sink_text(sink, i ? "," : "");
            sink_text(sink, compare_operator_names[ops[i]]);
        }
    } else if (info->type == FIELD_constant) {
        dump_constant(sink, field);
    } else {
        sink_text(sink, text);
    }
}

static void dump_node(Sink *sink, const Node *node, uint32_t indent, const char *label)
{
    const NodeInfo *info = &node_info[node->kind];
    uint32_t shown = indent < 400 ? indent : 400; /* deep trees would be mostly blanks */
    sink_repeat(sink, ' ', shown);
    if (label) {
        sink_coloured(sink, "2", label);
        sink_text(sink, ": ");
    }
    sink_coloured(sink, info->group == GROUP_STMT ? "1;34" : "36", info->name);
    sink_format(sink, " %u:%u-%u:%u", node->line, node->col, node->end_line, node->end_col);
    for (uint32_t i = 0; i < info->field_count; i++)
        dump_plain_field(sink, &info->fields[i], node);
    sink_text(sink, "\n");
    for (uint32_t i = 0; i < info->field_count; i++) {
        const NodeField *field = &info->fields[i];
        const void *at = (const char *)node + field->offset;
        if (field->type == FIELD_node || field->type == FIELD_opt) {
            const Node *child = *(Node *const *)at;
            if (child)
                dump_node(sink, child, indent + 2, field->name);
        } else if (field->type == FIELD_list || field->type == FIELD_optlist) {
            const NodeList *list = at;
            if (!list->count)
                continue;
            sink_repeat(sink, ' ', shown + 2);
            sink_coloured(sink, "2", field->name);
            sink_text(sink, ":\n");
            for (uint32_t j = 0; j < list->count; j++) {
                if (list->items[j]) {
                    dump_node(sink, list->items[j], indent + 4, NULL);
                } else {
                    sink_repeat(sink, ' ', shown + 4);
                    sink_text(sink, "-\n");
                }
            }
        }
    }
}

void ast_dump(const Node *root, Sink *sink)
{
    dump_node(sink, root, 0, NULL);
}
