using System.Text;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus.Tool;

/// <summary>
/// A flow as a picture: its groups below each other, a box for each node with what is said and every way out by its key, and
/// lines inside a group. What leads further is named, so that nothing is hidden in a tangle.
/// </summary>
internal sealed class FlowDrawing(Flow flow, FlowGroups groups)
{
    private const int Margin = 24;
    private const int TitleHeight = 44;
    private const int Header = 26;
    private const int Line = 16;
    private const int Padding = 8;

    private static readonly Language Spoken = Language.Bokmal;

    private readonly StringBuilder svg = new();

    public string Svg()
    {
        var y = 70;
        var width = 800;
        foreach (var group in groups.All)
        {
            var layout = new FlowLayout(group, flow, HeightOf);
            DrawGroup(group, layout, y);
            y += TitleHeight + layout.Height + Margin * 2;
            width = Math.Max(width, layout.Width + Margin * 4);
        }
        return Head(width, y + Margin) + svg + "</svg>\n";
    }

    private string Head(int width, int height) =>
        $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="'Source Sans 3', 'Segoe UI', Arial, sans-serif" font-size="12.5">
            <style>.box{"{"}stroke:#23262a;stroke-width:1{"}"} .name{"{"}font-weight:700;font-size:13.5px{"}"} .said{"{"}font-style:italic;fill:#49515a{"}"} .key{"{"}font-weight:700{"}"} .entry{"{"}font-weight:700;fill:#00652d{"}"} .way{"{"}fill:none;stroke:#0056b4;stroke-width:1.4{"}"} .far{"{"}fill:#0056b4{"}"} a:hover .far{"{"}text-decoration:underline{"}"}</style>
            <defs><marker id="tip" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto"><path d="M0 0 8 4 0 8z" fill="#0056b4"/></marker></defs>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="{Margin}" y="36" font-size="24" font-weight="700">{Svgs.Escape(flow.Name)}</text>
            <text x="{Margin}" y="56" class="said">{flow.Content.Nodes.Count} nodes. ▶ a call enters here. Blue: the way on; named where it leaves the picture's line.</text>

            """;

    private void DrawGroup(FlowGroup group, FlowLayout layout, int y)
    {
        svg.AppendLine(
            $"""<rect x="{Margin}" y="{y}" width="{layout.Width + Margin * 2}" height="{TitleHeight + layout.Height + Margin}" rx="8" fill="#f5f6f7" stroke="#cfd3d8"/>"""
        );
        svg.AppendLine($"""<text x="{Margin * 2}" y="{y + 27}" font-size="15" font-weight="600">{Svgs.Escape(group.Title)}</text>""");
        svg.AppendLine($"""<g transform="translate({Margin * 2},{y + TitleHeight})">""");
        foreach (var node in group.Nodes)
            DrawLines(node, layout);
        foreach (var node in group.Nodes)
            DrawBox(node, layout);
        svg.AppendLine("</g>");
    }

    private void DrawLines(string name, FlowLayout layout)
    {
        var (x, y) = layout[name];
        var row = RowsFrom(name);
        foreach (var (_, exit) in Exits(name))
        {
            if (layout.Leads(name, exit.To))
            {
                var (tx, ty) = layout[exit.To];
                var (fromX, fromY, toY) = (x + FlowLayout.BoxWidth, y + row - 4, ty + Header / 2);
                svg.AppendLine(
                    $"""<path class="way" d="M{fromX} {fromY} C{fromX + 40} {fromY} {tx - 40} {toY} {tx - 1} {toY}" marker-end="url(#tip)"/>"""
                );
            }
            row += Line;
        }
    }

    private void DrawBox(string name, FlowLayout layout)
    {
        var (x, y) = layout[name];
        var node = flow[name];
        svg.AppendLine(
            $"""<g id="{name}" transform="translate({x},{y})"><rect class="box" width="{FlowLayout.BoxWidth}" height="{HeightOf(name)}" rx="5" fill="{Colour(node)}"/>"""
        );
        svg.AppendLine(
            $"""<text x="{Padding}" y="18"><tspan class="name">{name}</tspan><tspan class="said"> {Svgs.Escape(Kind(node))}</tspan></text>"""
        );
        var at = Header + 12;
        foreach (var entry in EntriesAt(name))
        {
            svg.AppendLine($"""<text x="{Padding}" y="{at}" class="entry">▶ {entry}</text>""");
            at += Line;
        }
        foreach (var said in Said(node))
        {
            svg.AppendLine($"""<text x="{Padding}" y="{at}" class="said">{Svgs.Escape(said)}</text>""");
            at += Line;
        }
        foreach (var (part, exit) in Exits(name))
        {
            DrawExit(part, exit, at, layout.Leads(name, exit.To));
            at += Line;
        }
        svg.AppendLine("</g>");
    }

    private void DrawExit(string part, Exit exit, int at, bool isDrawn)
    {
        var settled = exit.Do.Count == 0 ? "" : $" ({string.Join(", ", exit.Do.Select(act => Svgs.Words(act.ToString())))})";
        var speak = exit.Speak is null ? "" : " (language)";
        var to = exit.To == Node.Back ? "↩ back" : $"→ {exit.To}";
        var where =
            isDrawn || exit.To == Node.Back
                ? Svgs.Escape(to)
                : $"""<a href="#{exit.To}"><tspan class="far">{Svgs.Escape(to)}</tspan></a>""";
        svg.AppendLine(
            $"""<text x="{Padding}" y="{at}"><tspan class="key">{Svgs.Escape(part)}</tspan>{Svgs.Escape(settled + speak)} {where}</text>"""
        );
    }

    private int HeightOf(string name) => RowsFrom(name) + Exits(name).Count * Line - 6;

    private int RowsFrom(string name) => Header + 12 + (EntriesAt(name).Count + Said(flow[name]).Count) * Line;

    private List<(string Part, Exit Exit)> Exits(string name) => [.. NodeExits.Of(flow[name])];

    private List<string> EntriesAt(string name) => [.. flow.Content.Entries.Where(entry => entry.Value == name).Select(entry => entry.Key)];

    private List<string> Said(Node node) =>
        [.. node.Say.SelectMany(prompt => Svgs.Wrapped(flow.Content.Prompts[Spoken][prompt].Text, most: 2))];

    private static string Kind(Node node) =>
        node switch
        {
            Node.Ask => "one key",
            Node.Enter enter => $"enter {Svgs.Words(enter.Reading.ToString())}",
            Node.PickDistrict => "pick a district",
            Node.If branch => $"if {Svgs.Words(branch.Question.ToString())}",
            Node.Switch turned => $"switch {(turned.IsOn ? "on" : "off")}",
            Node.First => "detour",
            Node.Forward => "another number",
            Node.End end => $"end: {Svgs.Words(end.Ending.ToString())}",
            _ => "",
        };

    private static string Colour(Node node) =>
        node switch
        {
            Node.Asking => "#e0effa",
            Node.If or Node.Switch => "#fff3cc",
            Node.First => "#e8f5ec",
            Node.Forward => "#f0e6fa",
            Node.End => "#d7e8d9",
            _ => "#ffffff",
        };
}
