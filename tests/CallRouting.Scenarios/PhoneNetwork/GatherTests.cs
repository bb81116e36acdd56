using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §2.4: what a Gather hears, and when it gives up.</summary>
public class GatherTests
{
    private const string Thirty = "Tretti tegn er to sekunder tale"; // 31 characters: a little over two seconds.

    private static async Task<NetworkWorld> Asking(string attributes, string after = "<Redirect>/silent</Redirect>")
    {
        var world = new NetworkWorld();
        world
            .Product.Says("/voice", $"""<Gather action="/keys" {attributes}><Say language="nb-NO">{Thirty}</Say></Gather>{after}""")
            .Says("/keys", "<Pause length=\"100\"/>")
            .Says("/silent", "<Pause length=\"100\"/>");
        await world.Dials();
        return world;
    }

    private static string? Digits(NetworkWorld world) => world.Product.AskedAt("/keys").SingleOrDefault()?["Digits"];

    [Test]
    public async Task A_key_during_the_prompt_stops_it_and_numDigits_submits_at_once()
    {
        await using var world = await Asking("""numDigits="1" finishOnKey="" """);
        await world.Passes(1);
        await world.Presses(Caller, "7");
        Assert.That(Digits(world), Is.EqualTo("7"));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [Test]
    public async Task Silence_is_counted_from_the_prompts_end_and_falls_through_to_the_next_verb()
    {
        await using var world = await Asking("""numDigits="1" timeout="5" """);
        await world.Passes(Thirty.Length / 15.0 + 4.9);
        Assert.That(world.Product.AskedAt("/silent"), Is.Empty);
        await world.Passes(0.2);
        Assert.That(world.Product.AskedAt("/silent"), Has.Count.EqualTo(1));
        Assert.That(world.Product.AskedAt("/keys"), Is.Empty);
    }

    [Test]
    public async Task Without_a_next_verb_silence_ends_the_call()
    {
        await using var world = await Asking("""numDigits="1" timeout="5" """, after: "");
        await world.Passes(10);
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("idle"));
    }

    [Test]
    public async Task Each_key_starts_the_silence_anew_and_what_was_pressed_counts()
    {
        await using var world = await Asking("""numDigits="4" finishOnKey="" timeout="5" """);
        await world.Presses(Caller, "1");
        await world.Passes(4.9);
        await world.Presses(Caller, "4");
        await world.Passes(4.9);
        Assert.That(Digits(world), Is.Null);
        await world.Passes(0.2);
        Assert.That(Digits(world), Is.EqualTo("14"));
    }

    [Test]
    public async Task The_finishing_key_submits_and_is_not_among_the_digits()
    {
        await using var world = await Asking("""timeout="5" """);
        await world.Presses(Caller, "12#");
        Assert.That(Digits(world), Is.EqualTo("12"));
    }

    [Test]
    public async Task A_lone_hash_is_no_input()
    {
        await using var world = await Asking("""numDigits="4" timeout="5" """);
        await world.Presses(Caller, "#");
        Assert.That(world.Product.AskedAt("/silent"), Has.Count.EqualTo(1));
        Assert.That(Digits(world), Is.Null);
    }

    [Test]
    public async Task With_an_empty_finishOnKey_a_hash_is_a_key_like_others()
    {
        await using var world = await Asking("""numDigits="1" finishOnKey="" """);
        await world.Presses(Caller, "#");
        Assert.That(Digits(world), Is.EqualTo("#"));
    }

    [Test]
    public async Task ActionOnEmptyResult_asks_with_empty_digits()
    {
        await using var world = await Asking("""numDigits="1" timeout="1" actionOnEmptyResult="true" """);
        await world.Passes(4);
        Assert.That(Digits(world), Is.Empty);
    }

    [Test]
    public async Task Without_action_the_same_document_is_asked_again()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/voice", asked => asked["Digits"] == "2" ? "<Hangup/>" : """<Gather numDigits="1"/>""");
        await world.Dials();
        await world.Presses(Caller, "2");
        Assert.That(world.Product.AskedAt("/voice"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Keys_beyond_what_a_Gather_takes_and_keys_outside_one_are_lost()
    {
        await using var world = await Asking("""numDigits="1" """);
        var first = await world.Presses(Caller, "123");
        var second = await world.Presses(Caller, "4");
        Assert.That((first.Received, first.Lost, second.Received, second.Lost), Is.EqualTo(("1", "23", "", "4")));
    }

    [Test]
    public async Task Who_hangs_up_during_a_prompt_is_asked_nothing_more()
    {
        await using var world = await Asking("""numDigits="1" """);
        await world.Passes(1);
        await world.HangsUp(Caller);
        await world.Passes(60);
        Assert.That(world.Product.Asked.Select(asked => asked.Path), Is.EqualTo(["/voice", "/number-status"]));
    }
}
