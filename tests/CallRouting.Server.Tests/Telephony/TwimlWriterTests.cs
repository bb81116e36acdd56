using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>Each instruction, word for word as the provider reads it (contract §2).</summary>
public sealed class TwimlWriterTests
{
    private const string Patience = "#ct=1000&amp;rt=3000&amp;tt=8000&amp;rc=1&amp;rp=all";
    private const string Legs = "https://call.example.test/phone/legs/leg-1";

    private static readonly IOptions<ProviderOptions> Provider = Options.Create(
        new ProviderOptions { PublicUrl = new("https://call.example.test/x?y"), OwnNumber = "+4755553333" }
    );
    private static readonly Spoken Hello = new("hello", Language.Bokmal, "Hei, «du» & <deg>");

    private readonly TwimlWriter writer = new(new PhoneUrls(Provider), Provider);

    [Test]
    public void Words_are_said_in_the_voice_of_their_language_and_escaped() =>
        Expect("""<Say language="nb-NO" voice="Polly.Ida-Neural">Hei, «du» &amp; &lt;deg&gt;</Say>""", new Say(Hello));

    [Test]
    public void Nynorsk_is_read_by_the_bokmal_voice() =>
        Expect("""<Say language="nb-NO" voice="Polly.Ida-Neural">Hei</Say>""", new Say(new("hello", Language.Nynorsk, "Hei")));

    [Test]
    public void English_is_British() =>
        Expect("""<Say language="en-GB" voice="Polly.Amy-Neural">Hi</Say>""", new Say(new("hello", Language.English, "Hi")));

    [Test]
    public void A_pause_has_its_length() => Expect("""<Pause length="12" />""", new Pause(12));

    [Test]
    public void One_key_is_gathered_with_no_key_to_finish_so_that_a_hash_counts() =>
        Expect(
            $"""<Gather action="{Legs}/keys/7{Patience}" method="POST" timeout="3" finishOnKey="" numDigits="1"><Say language="nb-NO" voice="Polly.Ida-Neural">Hei, «du» &amp; &lt;deg&gt;</Say><Pause length="10" /></Gather><Redirect method="POST">{Legs}/next/7{Patience}</Redirect>""",
            new Ask([Hello], new Expecting(1, "", 3), PauseAfter: 10),
            new GoOn()
        );

    [Test]
    public void Digits_that_are_not_counted_end_with_the_key_that_was_named() =>
        Expect(
            $"""<Gather action="{Legs}/keys/7{Patience}" method="POST" timeout="5" finishOnKey="#" />""",
            new Ask([], new Expecting(null, "#", 5))
        );

    [Test]
    public void A_room_is_entered_without_a_beep_and_reports_to_one_address_from_every_leg()
    {
        var room = $"https://call.example.test/phone/rooms/conf-call-1-2/status{Patience}";
        Expect(
            $"""<Dial action="{Legs}/next{Patience}" method="POST"><Conference participantLabel="target-3" startConferenceOnEnter="true" endConferenceOnExit="false" beep="false" waitUrl="{Legs}/wait{Patience}" waitMethod="POST" statusCallback="{room}" statusCallbackEvent="start end join leave hold">conf-call-1-2</Conference></Dial>""",
            new EnterRoom(2, "target-3")
        );
        var another = writer.Write(Script.Of(new EnterRoom(2, "caller")), "call-1", "leg-2", 1);
        Assert.That(Callback(another), Is.EqualTo(Callback(writer.Write(Script.Of(new EnterRoom(2, "agent")), "call-1", "leg-1", 9))));
    }

    [Test]
    public void Another_number_sees_our_own_and_its_outcome_belongs_to_the_step() =>
        Expect(
            $"<Dial action=\"{Legs}/forwarded/7{Patience}\" method=\"POST\" callerId=\"+4755553333\" timeout=\"30\"><Number>+4722000000</Number></Dial>",
            new SendOn(new PhoneNumber("+4722000000"))
        );

    [Test]
    public void Whose_star_leads_out_of_the_room_comes_to_a_door_of_its_own()
    {
        var document = writer.Write(Script.Of(new EnterRoom(2, "target-3", StarLeaves: true)), "call-1", "leg-1", 7);
        Assert.That(document, Does.Contain($"""<Dial action="{Legs}/left/7{Patience}" method="POST" hangupOnStar="true">"""));
    }

    [Test]
    public void Keys_are_pressed_into_a_room_and_unknown_ones_are_silence()
    {
        Assert.That(TwimlWriter.PressKeys("12#"), Is.EqualTo(Whole("""<Play digits="12#" />""")));
        Assert.That(TwimlWriter.PressKeys(null), Does.Not.Contain("Play"));
    }

    [Test]
    public void A_hang_up_is_a_verb_of_its_own() => Expect("<Hangup />", new HangUp());

    [Test]
    public void What_plays_in_a_room_asks_for_no_keys_and_begins_again() =>
        Assert.That(
            TwimlWriter.WriteLoop(new("hold", Language.English, "Hold"), 10, "https://a.test/again#rc=1"),
            Is.EqualTo(
                Whole(
                    """<Say language="en-GB" voice="Polly.Amy-Neural">Hold</Say><Pause length="10" /><Redirect method="POST">https://a.test/again#rc=1</Redirect>"""
                )
            )
        );

    [Test]
    public void The_fixed_documents()
    {
        Assert.That(TwimlWriter.HangUp, Is.EqualTo(Whole("<Hangup />")));
        Assert.That(
            TwimlWriter.Quiet("https://a.test/"),
            Is.EqualTo(Whole("""<Pause length="10" /><Redirect method="POST">https://a.test/</Redirect>"""))
        );
        Assert.That(
            TwimlWriter.SayAndHangUp(new Spoken("bye", Language.Bokmal, "Ha det")),
            Is.EqualTo(Whole("""<Say language="nb-NO" voice="Polly.Ida-Neural">Ha det</Say><Hangup />"""))
        );
    }

    private void Expect(string verbs, params Instruction[] instructions) =>
        Assert.That(writer.Write(new Script(instructions), "call-1", "leg-1", 7), Is.EqualTo(Whole(verbs)));

    private static string Whole(string verbs) => $"""<?xml version="1.0" encoding="UTF-8"?><Response>{verbs}</Response>""";

    private static string? Callback(string document) =>
        Document.Read(document).Root.Descendants("Conference").Single().Attribute("statusCallback")?.Value;
}
