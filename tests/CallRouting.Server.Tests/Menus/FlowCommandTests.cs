using System.Xml.Linq;
using CallRouting.Server.Menus.Tool;

namespace CallRouting.Server.Tests.Menus;

/// <summary>What whoever keeps the menus types: flow check, draw, walk.</summary>
public sealed class FlowCommandTests
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [SetUp]
    public void Forget()
    {
        output.GetStringBuilder().Clear();
        errors.GetStringBuilder().Clear();
    }

    [OneTimeTearDown]
    public void Close()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Test]
    public void Our_own_flows_have_no_faults()
    {
        Assert.That(Run("check"), Is.Zero, errors.ToString());
        Assert.That(output.ToString(), Does.StartWith("national: ").And.Contain("3 languages, no faults."));
    }

    [Test]
    public void Every_fault_is_told_under_the_folders_name_as_it_was_typed()
    {
        using var folder = new FlowFolder();
        var line = folder.Change("national.yaml", "found: confirm_place", "found: confirm_plaec");
        Assert.That(Run("check", folder.Folder), Is.EqualTo(1));
        Assert.That(
            errors.ToString(),
            Does.Contain($"{folder.Folder}/national.yaml:{line}: node \"ask_postcode\" leads to \"confirm_plaec\"")
                .And.Contain("Did you mean \"confirm_place\"?")
        );
    }

    [Test]
    public void A_walk_tells_what_is_heard_and_where_it_leads()
    {
        Assert.That(Run("walk", "national", "1,1,1481,1"), Is.Zero, errors.ToString());
        Assert.That(
            Lines,
            Does.Contain("> 1481")
                .And.Contain("  1 4 8 1 er Nittedal i Akershus. Stemmer det, tast 1. Er det feil, tast 2.")
                .And.Contain("= Waits for an agent; known: urgent, in Nittedal (3232), Nav Nittedal (0233).")
        );
    }

    [Test]
    public void A_walk_in_English_with_nobody_at_work_rings_the_duty_phone()
    {
        Run("walk", "national", "1,2,1481,1", "--language", "en", "--agents", "0");
        Assert.That(Lines[^1], Does.StartWith("= The duty phone of Nav Nittedal (0233) is rung; known: can wait"));
        Assert.That(output.ToString(), Does.Contain("Where are you now?"));
    }

    [Test]
    public void Silence_and_the_end_of_the_keys_are_told()
    {
        Run("walk", "national", "1,-");
        Assert.That(Lines, Does.Contain("> (silence)"));
        Assert.That(Lines[^1], Is.EqualTo("= At \"ask_urgent\", waiting for 1, 2 (9 and * for the same again). Silence: -"));
    }

    [Test]
    public void Keys_that_nobody_listens_for_any_more_are_told()
    {
        Assert.That(Run("walk", "national", "3,3,5,1"), Is.EqualTo(1));
        Assert.That(Lines[^1], Is.EqualTo("Nobody listens any more for 5,1."));
    }

    [Test]
    public void An_evening_and_a_hidden_number_can_be_walked()
    {
        Run("walk", "national", "1,1481,1,1", "--at", "2026-11-18T18:00", "--withheld");
        Assert.That(Lines, Does.Contain("  * a call-back by Nav Nittedal (0233) is promised"));
        Assert.That(output.ToString(), Does.Contain("Vi ser ikke nummeret ditt."));
    }

    [TestCase("There is no flow \"nowhere\"", "walk", "nowhere", "1")]
    [TestCase("--language de: it may be nb, en, nn.", "walk", "national", "1", "--language", "de")]
    [TestCase("--entry end: it may be start, office", "walk", "national", "1", "--entry", "end")]
    [TestCase("--at noon: write a moment such as 2026-11-18T10:00.", "walk", "national", "1", "--at", "noon")]
    [TestCase("--agents many: write a number.", "walk", "national", "1", "--agents", "many")]
    [TestCase("--office 9999: no office has that unit number.", "walk", "national", "1", "--office", "9999")]
    [TestCase("flow walk NAME KEYS", "walk", "national", "1", "--loud")]
    [TestCase("flow check [FOLDER]", "chekc")]
    public void A_wrong_command_says_what_is_allowed(string said, params string[] args)
    {
        Assert.That(Run(args), Is.EqualTo(2));
        Assert.That(errors.ToString(), Does.Contain(said));
    }

    [Test]
    public void A_drawing_has_every_node_once_every_entry_and_every_way_out()
    {
        Assert.That(Run("draw", "national"), Is.Zero, errors.ToString());
        var drawing = XDocument.Parse(output.ToString());
        var content = Flows.National.Content;

        var boxes = drawing.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().Where(id => id != "tip");
        Assert.That(boxes, Is.EquivalentTo(content.Nodes.Keys));
        var texts = drawing.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value).ToList();
        foreach (var entry in content.Entries.Keys)
            Assert.That(texts, Does.Contain($"▶ {entry}"));
        foreach (var (_, node) in content.Nodes)
        foreach (var (part, exit) in Core.Menus.NodeExits.Of(node))
            Assert.That(
                texts.Any(text => text.StartsWith(part, StringComparison.Ordinal) && text.EndsWith(exit.To, StringComparison.Ordinal)),
                exit.To
            );
        Assert.That(texts, Does.Contain("Closed: who can help now where the caller is, and a call-back when we open"));
    }

    private string[] Lines => output.ToString().TrimEnd().Split('\n');

    private int Run(params string[] args) => new FlowCommand(new ModeOptions { FlowFolder = Flows.Folder }, output, errors).Run(args);
}
