using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Tests;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

public sealed class VariablesTests
{
    private static readonly SpokenFacts Facts = new()
    {
        Now = Oslo.At("2026-11-26 10:42"),
        Office = "Nav Nittedal",
        Line = "Vakttelefon",
        Municipality = "Nittedal",
        County = "Akershus",
        District = "Frogner",
        Postcode = "1481",
        Digits = "90000001",
        Code = "24680",
        NumberEnding = "67",
        Count = 3,
        Wait = Duration.FromMinutes(3),
        At = Oslo.At("2026-11-27 09:00"),
        Due = Oslo.At("2026-11-26 15:00"),
        NumberShown = "55 55 33 33",
        EmergencyNumber = () => new PhoneNumber("+4767000001"),
        Urgency = Urgency.Urgent,
        Interpreter = "arabisk",
        CallerLanguage = Language.English,
    };

    [Test]
    public void Every_variable_is_said_in_every_language([Values("nb", "nn", "en")] string language)
    {
        foreach (var variable in Variables.Names)
            Assert.That(Variables.Fill($"{{{variable}}}", Flows.Phrases(language), Facts), Is.Not.Empty.And.Not.Contain("{"), variable);
    }

    [TestCase("{postnummer} er {sted}", "1 4 8 1 er Nittedal i Akershus")]
    [TestCase("Ring {vaktnummer}, ikke {nummer}", "Ring 6 7 0 0 0 0 0 1, ikke 55 55 33 33")]
    [TestCase("{kommune}. {hast}. {språk}. Ventet {ventetid}.", "Nittedal. Haster. Engelsk. Ventet 3 minutter.")]
    [TestCase("uten variabler", "uten variabler")]
    public void A_text_is_filled_in(string text, string said) =>
        Assert.That(Variables.Fill(text, Flows.Phrases("nb"), Facts), Is.EqualTo(said));

    [TestCase("{kontor}", "Nav")]
    [TestCase("{kommune}", "ukjent kommune")]
    public void Where_no_place_is_known_something_sensible_is_said(string text, string said) =>
        Assert.That(Variables.Fill(text, Flows.Phrases("nb"), new SpokenFacts()), Is.EqualTo(said));

    [TestCase("{kode}")]
    [TestCase("{kommunen}")]
    public void What_nobody_knows_is_never_said_as_an_empty_word(string text) =>
        Assert.That(
            () => Variables.Fill(text, Flows.Phrases("nb"), new SpokenFacts()),
            Throws.ArgumentException.With.Message.Contains(text)
        );
}
