using System.Text.Json;
using System.Text.Json.Nodes;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>Editors go by schema.json and authors by README.md, the server by its own checks: all three know the same words.</summary>
public sealed class SchemaTests
{
    private static readonly JsonNode Definitions = JsonNode.Parse(File.ReadAllText(Path.Combine(Flows.Folder, "schema.json")))![
        "definitions"
    ]!;

    private static readonly string Readme = File.ReadAllText(Path.Combine(Flows.Folder, "README.md"));

    [TestCase("question", typeof(Question))]
    [TestCase("act", typeof(Act))]
    [TestCase("reading", typeof(Reading))]
    [TestCase("ending", typeof(Ending))]
    public void The_schema_and_the_readme_have_every_word_of_the_vocabulary(string definition, Type vocabulary)
    {
        var words = Enum.GetNames(vocabulary).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();

        Assert.That(Definitions[definition]!["enum"]!.AsArray().Select(word => (string?)word), Is.EquivalentTo(words));
        foreach (var word in words)
            Assert.That(Readme, Does.Contain($"`{word}`"));
    }

    [TestCase("if", "if: open")]
    [TestCase("first", "first: back")]
    [TestCase("switch", "switch: on")]
    [TestCase("forward", "forward: pension")]
    [TestCase("end", "end: hang_up")]
    [TestCase("enter", "enter: code")]
    [TestCase("pick", "pick: district")]
    [TestCase("ask", "keys: {}")]
    [TestCase("tell", "to: goodbye")]
    public void The_schema_has_every_part_of_a_node(string definition, string node)
    {
        using var folder = new FlowFolder();
        folder.AddNodes($"  odd: {{ {node}, nonsense: 1 }}\n");
        var told = folder.Faults.Single(fault => fault.Contains("\"nonsense\"", StringComparison.Ordinal));
        var allowed = told[(told.IndexOf("It may have ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", ");

        Assert.That(Definitions[definition]!["properties"]!.AsObject().Select(part => part.Key), Is.EquivalentTo(allowed));
    }

    [Test]
    public void The_schema_and_the_readme_have_every_entry()
    {
        var entries = Definitions["flow"]!["properties"]!["entries"]!["properties"]!.AsObject().Select(entry => entry.Key).ToList();

        Assert.That(entries, Is.EquivalentTo(Flows.National.Content.Entries.Keys));
        foreach (var entry in entries)
            Assert.That(Readme, Does.Contain($"`{entry}`"));
    }

    [Test]
    public void The_readme_tells_every_variable()
    {
        foreach (var variable in Variables.Names)
            Assert.That(Readme, Does.Contain($"`{{{variable}}}`"));
    }
}
