using System.Net.Http.Json;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Keys and silence: each belongs to the step that asked for it, and none is ever lost on the next menu.</summary>
public sealed class KeyTests
{
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TestCase("7")]
    [TestCase("*")]
    [TestCase("")]
    [TestCase("11111111111111111111")]
    [TestCase("abc")]
    public async Task A_key_outside_the_menu_is_told_so_and_asked_again(string keys)
    {
        var call = await TestCall.Inbound(server);
        await call.Presses(keys);
        Assert.That(call.Now.KeysTo, Is.Not.Null);
        Assert.That(call.Now.Words, Does.Contain("tast 1"));
    }

    [Test]
    public async Task Keys_without_a_field_for_them_are_silence()
    {
        var call = await TestCall.Inbound(server);
        var reply = await call.Posts(call.Now.KeysTo!);
        Assert.That(reply.Document.Words, Does.Contain("tast 1"));
    }

    [Test]
    public async Task A_postcode_that_does_not_exist_is_asked_for_again_and_then_a_human_helps()
    {
        await using var server = await WithAnAgentAtWork();
        var call = await TestCall.Inbound(server);
        await call.Presses("1", "2", "0000");
        Assert.That(call.Now.Words, Does.Contain("Jeg fant ikke det nummeret"));

        await call.Presses("0000");
        Assert.That(call.Now.Words, Does.Contain("snakker du med en av oss"));
        Assert.That(await call.State(), Is.EqualTo("Waiting"));
    }

    [Test]
    public async Task A_key_for_an_answered_step_gets_the_same_document_and_is_not_taken_by_the_next_menu()
    {
        var call = await TestCall.Inbound(server);
        var greeting = call.Now.KeysTo!;
        await call.Presses("1");
        var urgent = call.Now.ToString();

        var again = await call.Posts(greeting, ("Digits", "1"));

        Assert.That(again.Document.ToString(), Is.EqualTo(urgent));
        Assert.That(await call.Urgency(), Is.EqualTo("Unknown").Or.EqualTo("NotStated"), "a second 1 would have been \"urgent\"");
    }

    [Test]
    public async Task A_key_for_a_step_long_past_hears_where_the_caller_is_now()
    {
        var call = await TestCall.Inbound(server);
        var greeting = call.Now.KeysTo!;
        await call.Presses("1", "2", "1481");

        var late = (await call.Posts(greeting, ("Digits", "3"))).Document;

        Assert.That(late.ToString(), Is.EqualTo(call.Now.ToString()));
        Assert.That(await call.State(), Is.EqualTo("InMenu"));
    }

    [Test]
    public async Task A_key_and_the_silence_of_the_same_step_are_one_answer()
    {
        var call = await TestCall.Inbound(server);
        var silence = call.Now.GoesOnTo!;
        await call.Presses("1");

        var late = (await call.Posts(silence)).Document;

        Assert.That(late.ToString(), Is.EqualTo(call.Now.ToString()));
    }

    [Test]
    public async Task A_step_that_was_never_asked_is_answered_with_the_one_that_was()
    {
        var call = await TestCall.Inbound(server);
        var ahead = call.Now.KeysTo!.Replace("/keys/1", "/keys/9", StringComparison.Ordinal);
        Assert.That((await call.Posts(ahead, ("Digits", "1"))).Document.ToString(), Is.EqualTo(call.Now.ToString()));
    }

    [Test]
    public async Task Two_copies_of_a_key_at_the_same_time_are_one_key()
    {
        var call = await TestCall.Inbound(server);
        var keysTo = call.Now.KeysTo!;
        var copies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => call.Posts(keysTo, ("Digits", "1"))));
        Assert.That(copies.Select(copy => copy.Document.ToString()).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await call.Urgency(), Is.Not.EqualTo("Urgent"));
    }

    [Test]
    public async Task Silence_never_means_something_else_or_not_urgent()
    {
        await using var server = await WithAnAgentAtWork();
        var call = await TestCall.Inbound(server);
        await call.StaysSilent();
        await call.StaysSilent();
        Assert.That(call.Now.Words, Does.Contain("snakker du med en av oss"));
        Assert.That(await call.State(), Is.EqualTo("Waiting"));
    }

    [Test]
    public async Task A_key_after_the_caller_hung_up_ends_the_leg_and_changes_nothing()
    {
        var call = await TestCall.Inbound(server);
        await call.HangsUp();
        Assert.That((await call.Posts(call.Now.KeysTo!, ("Digits", "1"))).Document.HangsUp);
        Assert.That(await call.State(), Is.EqualTo("Ended"));
    }

    [TestCase("/phone/legs/nobody/next")]
    [TestCase("/phone/legs/nobody/next/1")]
    [TestCase("/phone/legs/nobody/keys/1")]
    [TestCase("/phone/legs/019a0000-0000-7000-8000-000000000000/keys/99999999999")]
    public async Task A_leg_that_we_do_not_know_is_ended(string path) =>
        Assert.That((await server.Phone.Post(path, ("CallSid", "CA1"), ("Digits", "1"))).Document.HangsUp);

    [TestCase("/phone/legs/nobody/hold")]
    [TestCase("/phone/legs/nobody/wait")]
    public async Task In_a_room_of_a_call_that_we_do_not_know_it_is_quiet_and_goes_on(string path)
    {
        var document = (await server.Phone.Post(path, ("CallSid", "CA1"))).Document;
        Assert.That(document.GoesOnTo, Does.Contain(path), "a room's document that runs out leaves silence for ever");
        Assert.That(document.KeysTo, Is.Null);
    }

    // Of its own: the callers of the other tests would wait in the same queue.
    private static async Task<RunningServer> WithAnAgentAtWork()
    {
        var server = await RunningServer.Start();
        using var agent = server.Api("agent");
        using var answer = await agent.PutAsJsonAsync("/api/agents/agent-1/presence", new { state = "Ready", offered = true });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return server;
    }
}
