using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Queue;

namespace CallRouting.Server.Tests.Menus;

/// <summary>A language is added by files alone, as README.md in ivr-flows tells.</summary>
public sealed class LanguageTests
{
    /// <summary>Step by step what the README says, with an invented language whose every sentence begins with "Qu".</summary>
    private static void AddQuenya(FlowFolder folder)
    {
        var text = File.ReadAllText(folder.PathOf("prompts/nb.yaml"));
        File.WriteAllText(
            folder.PathOf("prompts/qya.yaml"),
            text.Replace("language: nb", "language: qya", StringComparison.Ordinal)
                .Replace("today: i dag", "today: síra", StringComparison.Ordinal)
                .Replace("Mangler du mat, strøm", "Qu mangler du mat, strøm", StringComparison.Ordinal)
        );
        foreach (var code in new[] { "nb", "nn", "en", "qya" })
        {
            var file = folder.PathOf($"prompts/{code}.yaml");
            File.WriteAllText(
                file,
                File.ReadAllText(file)
                    .Replace("languages: { nb:", "languages: { qya: Quenya, nb:", StringComparison.Ordinal)
                    .Replace("  unsure:", "  third_language: { in: qya, text: \"Quenya, 6.\" }\n  unsure:", StringComparison.Ordinal)
            );
        }
        var flow = folder.PathOf("national.yaml");
        File.WriteAllText(
            flow,
            File.ReadAllText(flow)
                .Replace("en: nb }", "en: nb, qya: nb }", StringComparison.Ordinal)
                .Replace("en: nn }", "en: nn, qya: en }", StringComparison.Ordinal)
                .Replace("other_language, unsure]", "other_language, third_language, unsure]", StringComparison.Ordinal)
                .Replace("      3: other\n", "      3: other\n      6: { speak: qya, to: greeting }\n", StringComparison.Ordinal)
        );
    }

    [Test]
    public void A_fourth_language_is_offered_spoken_and_told_without_a_line_of_code()
    {
        using var folder = new FlowFolder();
        AddQuenya(folder);
        Assert.That(folder.Faults, Is.Empty);

        var flow = Flows.Read(folder.Folder).Flows.Single();
        var caller = new Caller { Flow = flow, Queue = QueueFacts.Nobody }
            .Dials()
            .Hears("Quenya, 6.")
            .Presses("6", "1")
            .Hears("Qu mangler du mat, strøm");
        caller.Presses("1", "1481", "1").Enters(Entries.Unanswered).Presses("1").Hears("innen");
        Assert.That(caller.Visit.Language.Code(), Is.EqualTo("qya"));
        Assert.That(FlowText.Read(FlowText.Write(flow)).Hash, Is.EqualTo(flow.Hash), "stored and read again");

        var officer = flow.Say(Prompts.Whisper, Language.Bokmal, Facts(caller.Visit.Language));
        Assert.That(officer.Text, Does.Contain("Quenya"), "the officer hears which language it is");
    }

    [Test]
    public void What_is_left_undone_is_told_step_by_step()
    {
        using var folder = new FlowFolder();
        File.Copy(folder.PathOf("prompts/nb.yaml"), folder.PathOf("prompts/qya.yaml"));
        Assert.That(
            folder.Faults,
            Has.Some.Contains("prompts/qya.yaml:2: \"language\" must be qya, as the file's name says.")
                .And.Some.Contains("\"languages\" in nb does not name qya. Officers hear it: add what qya is called.")
                .And.Some.Contains("node \"greeting\" does not say which language follows qya for 4. Add qya to \"speak\".")
        );
    }

    [Test]
    public void A_file_that_is_named_by_no_code()
    {
        using var folder = new FlowFolder();
        File.Copy(folder.PathOf("prompts/nb.yaml"), folder.PathOf("prompts/Polish.yaml"));
        Assert.That(
            folder.Faults.Single(),
            Is.EqualTo(
                "ivr-flows/prompts/Polish.yaml:1: \"Polish\" is no language's code. Call the file by two or three small letters, as nb.yaml."
            )
        );
    }

    [TestCase("  today: i dag\n", "", "\"today\" is missing in the words of nb.")]
    [TestCase("mandag, tirsdag, ", "", "\"weekdays\" in nb has 5 words. Write 7, from Monday to Sunday.")]
    [TestCase("november, desember]", "november]", "\"months\" in nb has 11 words. Write 12, from January to December.")]
    [TestCase("{n} minutter", "{antall} minutter", "\"minutes\" in nb has {antall}, which is not known there. Known are {n}.")]
    [TestCase("locale: nb-NO", "locale: nn-NO", "the phone provider has no voice for nn-NO.")]
    [TestCase("  voice: { locale: nb-NO, name: Polly.Ida-Neural }\n", "", "there is no voice for nb.")]
    [TestCase("  today: i dag\n", "  tody: i dag\n", "\"words\" has \"tody\", which means nothing here.")]
    public void Words_that_would_leave_a_sentence_unsaid(string from, string to, string told)
    {
        using var folder = new FlowFolder();
        folder.Change("prompts/nb.yaml", from, to);
        Assert.That(folder.Faults, Has.Some.Contains(told).And.All.StartsWith("ivr-flows/prompts/nb.yaml:"));
    }

    [Test]
    public void Nobody_chose_a_language_is_bokmal() =>
        Assert.That((default(Language), new MenuVisit().Language.Code()), Is.EqualTo((Language.Bokmal, "nb")));

    private static SpokenFacts Facts(Language language) => new() { CallerLanguage = language, Wait = NodaTime.Duration.FromMinutes(2) };
}
