namespace CallRouting.Server.Tests.Menus;

/// <summary>What an author gets wrong in a prompt is told once, with file, line and what to do.</summary>
public sealed class PromptFaultTests
{
    private FlowFolder folder = null!;

    [SetUp]
    public void Copy() => folder = new FlowFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_prompt_missing_in_one_language()
    {
        folder.Change("prompts/en.yaml", "  taken: A colleague took the call. Thank you.\n", "");
        Assert.That(folder.Faults, Is.EqualTo(["ivr-flows/prompts/en.yaml:1: prompt \"taken\" is missing in en. It exists in nb."]));
    }

    [Test]
    public void A_prompt_that_the_product_says_missing_everywhere()
    {
        folder.Change("prompts/nb.yaml", "  taken: En kollega tok samtalen. Takk.\n", "");
        folder.Change("prompts/nn.yaml", "  taken: Ein kollega tok samtalen. Takk.\n", "");
        folder.Change("prompts/en.yaml", "  taken: A colleague took the call. Thank you.\n", "");
        Assert.That(
            folder.Faults,
            Is.EqualTo(["ivr-flows/prompts/nb.yaml:1: prompt \"taken\" is missing, and the product says it. Add it in every language."])
        );
    }

    [Test]
    public void A_prompt_that_no_language_has()
    {
        var line = folder.Change("national.yaml", "  wait_and_talk: { say: [help],", "  wait_and_talk: { say: [helpp],");
        Assert.That(
            folder.Faults,
            Does.Contain(
                $"ivr-flows/national.yaml:{line}: node \"wait_and_talk\" says \"helpp\", which is no prompt. Add it to prompts/, in every language."
            )
        );
    }

    [Test]
    public void A_prompt_that_nobody_says()
    {
        foreach (var language in new[] { "nb", "nn", "en" })
            folder.Change($"prompts/{language}.yaml", "\nprompts:\n", "\nprompts:\n  extra: Hei.\n");
        Assert.That(
            folder.Faults.Select(fault => fault.Split(": ", 2)[1]).Distinct(),
            Is.EqualTo(["prompt \"extra\" is said nowhere. Let a node say it, or remove it."])
        );
    }

    [Test]
    public void An_unknown_variable()
    {
        var line = folder.Change("prompts/nb.yaml", "en veileder på {kontor}.", "en veileder på {kontor} i {kommunen}.");
        Assert.That(
            folder.Faults.Single(),
            Does.StartWith(
                $"ivr-flows/prompts/nb.yaml:{line}: prompt \"hold_1\" has an unknown variable {{kommunen}}. Known are {{kontor}},"
            )
        );
    }

    [Test]
    public void A_variable_that_one_language_forgets()
    {
        var line = folder.Change("prompts/nn.yaml", "ein rettleiar på {kontor}.", "ein rettleiar.");
        Assert.That(
            folder.Faults,
            Is.EqualTo([
                $"ivr-flows/prompts/nn.yaml:{line}: prompt \"hold_1\" does not say {{kontor}} in nn, but in nb. Add it, or remove it there.",
            ])
        );
    }

    [Test]
    public void A_variable_that_only_one_language_says()
    {
        var line = folder.Change("prompts/en.yaml", "an adviser at {kontor}.", "an adviser at {kontor} in {kommune}.");
        Assert.That(
            folder.Faults,
            Is.EqualTo([
                $"ivr-flows/prompts/en.yaml:{line}: prompt \"hold_1\" says {{kommune}} in en, but not in nb. Remove it, or add it there.",
            ])
        );
    }

    [TestCase("kode")]
    [TestCase("siffer")]
    [TestCase("postnummer")]
    [TestCase("sluttsiffer")]
    [TestCase("vaktnummer")]
    [TestCase("bydel")]
    [TestCase("ventetid")]
    public void A_variable_that_is_not_known_on_every_way_to_the_node(string variable)
    {
        foreach (
            var (language, text) in new[] { ("nb", "Takk for at du ringte"), ("nn", "Takk for at du ringde"), ("en", "Thank you for") }
        )
            folder.Change($"prompts/{language}.yaml", $"goodbye: {text}", $"goodbye: Hei {{{variable}}}. {text}");
        Assert.That(
            folder.Faults.Select(fault => fault.Split(": ", 2)[1]),
            Is.EqualTo([
                $"node \"goodbye\" says \"goodbye\" with {{{variable}}}, which is not known on every way there. "
                    + "Ask for it first, or use another prompt.",
            ])
        );
    }

    [TestCase("frivillige")]
    [TestCase("FRELSESARMEEN")]
    [TestCase("Blå Kors")]
    [TestCase("Kirkens Bymisjon")]
    [TestCase("a charity")]
    public void Words_that_steer_callers_to_voluntary_organisations(string words)
    {
        var line = folder.Change("prompts/nb.yaml", "goodbye: Takk for at du ringte Nav.", $"goodbye: Takk. Spør {words}.");
        Assert.That(
            folder.Faults.Single(),
            Does.StartWith($"ivr-flows/prompts/nb.yaml:{line}: prompt \"goodbye\" steers callers to voluntary organisations (\"")
        );
    }

    [Test]
    public void An_empty_prompt()
    {
        var line = folder.Change("prompts/nb.yaml", "  goodbye: Takk for at du ringte Nav. Ha det bra.", "  goodbye:");
        Assert.That(
            folder.Faults,
            Is.EqualTo([$"ivr-flows/prompts/nb.yaml:{line}: prompt \"goodbye\" is empty. Write what the caller hears."])
        );
    }

    [Test]
    public void A_prompt_written_twice()
    {
        var line = folder.Change("prompts/nb.yaml", "  unsure: Er du usikker", "  taken: Nei.\n  unsure: Er du usikker");
        Assert.That(folder.Faults.Single(), Does.EndWith($"\"prompts\" has \"taken\" twice, first on line {line}. Remove one."));
    }

    [Test]
    public void A_sentence_in_a_language_that_we_do_not_speak()
    {
        var line = folder.Change("prompts/nb.yaml", "{ in: nn, text", "{ in: se, text");
        Assert.That(
            folder.Faults,
            Is.EqualTo([
                $"ivr-flows/prompts/nb.yaml:{line}: \"in\" of prompt \"other_norwegian\" must be the language of its text. There are nb, en, nn.",
            ])
        );
    }

    [Test]
    public void A_file_in_another_language_than_its_name()
    {
        var line = folder.Change("prompts/nn.yaml", "language: nn", "language: nb");
        Assert.That(folder.Faults, Is.EqualTo([$"ivr-flows/prompts/nn.yaml:{line}: \"language\" must be nn, as the file's name says."]));
    }

    [Test]
    public void A_language_without_a_file()
    {
        File.Delete(folder.PathOf("prompts/nb.yaml"));
        Assert.That(folder.Faults, Is.EqualTo(["ivr-flows/prompts/nb.yaml:1: the file is missing. Every prompt must exist in nb."]));
    }

    [Test]
    public void A_text_that_is_not_yaml()
    {
        var line = folder.Change("prompts/nb.yaml", "  unsure: Er du usikker,", "  unsure: \"Er du usikker,");
        Assert.That(folder.Faults.Single(), Does.StartWith("ivr-flows/prompts/nb.yaml:").And.Contain("this cannot be read as YAML: "));
        Assert.That(line, Is.GreaterThan(0));
    }
}
