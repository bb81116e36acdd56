using System.Net;
using System.Net.Http.Json;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Calls;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace CallRouting.Scenarios.Nodes;

/// <summary>
/// Two servers on one PostgreSQL, as behind a load balancer: each request goes to the other one, both carry out what is due at
/// the same time, and one of them may die. With CALLROUTING_NODES=2 every other scenario is lived that way too.
/// </summary>
[Category(WorldDatabase.Postgres)]
public sealed class TwoNodeScenarios : Scenario
{
    protected override WorldSettings Settings => new() { Engine = WorldDatabase.Postgres, Nodes = 2 };

    [OneTimeSetUp]
    public void There_is_a_PostgreSQL()
    {
        if (DatabaseServers.Postgres is null)
        {
            Assert.Ignore("There is no PostgreSQL to try it on. Run it under ./scripts/postgres.");
        }
    }

    [Test]
    public async Task A_call_goes_through_whichever_node_is_asked_and_every_phone_rings_once()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await Officer("Backup").Rings(within: 40);
        await Officer("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");
        await caller.HangsUp();
        await Officer("Backup").IsFree();

        await World.TimelineTells("Primary: no answer", "Backup: accepted", "Backup: connected");
        Assert.That(await Rings("Primary"), Is.EqualTo(1));
        Assert.That(await Rings("Backup"), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_agents_at_two_nodes_who_take_the_same_caller_get_one_caller_between_them()
    {
        var (first, second) = (await World.AgentSignsIn("agent-1"), await World.AgentSignsIn("agent-2"));
        await World.Caller().Dials(Population.National);
        await World.Caller().Presses("3", "3");
        await World.Caller().Hears("Vent litt");
        var call = (await World.Queue()).Single().Call;

        var taken = await Task.WhenAll(first.Takes(call), second.Takes(call));

        Assert.That(taken.Order(), Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.That(await Rings("Agent") + await Rings("Second agent"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_ladder_goes_on_when_the_node_that_began_it_dies()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").Rings();
        await World.ANodeDies();

        await Officer("Backup").Rings(within: 40);
        await World.ANodeJoins();
        await Officer("Backup").AnswersAndPresses("1");
        await caller.IsTalkingWith("Backup");
        Assert.That(await Rings("Backup"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_caller_and_an_officer_go_on_talking_when_a_node_dies_and_what_they_do_then_is_known()
    {
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await World.ANodeDies();

        await caller.IsTalkingWith("Primary");
        await caller.HangsUp();
        await Officer("Primary").IsFree();
        Assert.That((await World.TheTransfer()).State, Is.EqualTo("Completed"));
    }

    [Test]
    public async Task A_ringing_that_a_node_had_claimed_when_it_died_is_not_rung_twice_and_the_ladder_goes_on()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var call = await World.TalksWith(agent);
        await Asks($"calls/{call}/transfers", new { unit = "0233" });
        await AThirdNodeClaimsWhatIsDueAndDies();

        await Officer("Backup").Rings(within: 15);
        await Officer("Backup").AnswersAndPresses("1");
        Assert.That(await Rings("Primary"), Is.Zero, "it was never sent, and nobody can know until the provider has been asked");
        Assert.That(await Rings("Backup"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_node_had_claimed_of_a_telephone_that_lives_is_done_by_another_when_the_claim_is_over()
    {
        var agent = await World.AgentSignsIn("agent-1");
        var call = await World.TalksWith(agent);
        var transfer = await World.Transfers(call, "0233");
        await Officer("Primary").AnswersAndPresses("1");
        await Officer("Primary").IsTalkingWith("Agent");
        await Asks($"transfers/{transfer.Id}/complete", new { });
        await AThirdNodeClaimsWhatIsDueAndDies();

        await World.Caller().IsTalkingWith("Primary");
        Assert.That((await World.Transfer(transfer.Id)).State, Is.EqualTo("Connected"));
    }

    [Test]
    public async Task Whoever_follows_the_timeline_at_one_node_is_told_what_the_other_wrote()
    {
        var (writer, reader) = (World.Nodes[0].Services, World.Nodes[1].Services);
        using var gone = new CancellationTokenSource();
        await using var told = reader.GetRequiredService<Feed>().Follow(Sight.Everything, null, gone.Token).GetAsyncEnumerator(gone.Token);
        await told.MoveNextAsync();

        await writer
            .GetRequiredService<Writes>()
            .Commit(unit =>
                writer.GetRequiredService<Timeline>().Tell([new("theirs")], new Subject("call-1"), World.Time.GetUtcNow().ToInstant(), unit)
            );
        await reader.GetRequiredService<FeedTail>().RunOnce();

        Assert.That(await told.MoveNextAsync());
        Assert.That(((TimelineEvent)told.Current.Data).Kind, Is.EqualTo("theirs"));
        await gone.CancelAsync();
    }

    // Written down by the node that was asked; nobody has looked yet at what is to be done.
    private async Task Asks(string path, object body)
    {
        using var console = World.Api("agent");
        using var answer = await console.PostAsJsonAsync($"/api/{path}", body);
        Assert.That(answer.IsSuccessStatusCode);
    }

    private async Task AThirdNodeClaimsWhatIsDueAndDies()
    {
        var node = World.Nodes[0].Services;
        var (actions, now) = (node.GetRequiredService<ActionStore>(), World.Time.GetUtcNow().ToInstant());
        var until = now + node.GetRequiredService<Patience>().Claim;
        var claimed = await node.GetRequiredService<Writes>()
            .Commit(async unit =>
            {
                var due = await actions.Due(now, 50, unit);
                foreach (var action in due)
                {
                    await actions.Take(action, until, action.Kind == ActionKinds.Dial ? now : null, now, unit);
                }
                return due.Count;
            });
        Assert.That(claimed, Is.Positive);
    }

    private async Task<int> Rings(string name)
    {
        var phone = World.NumberOf(name);
        return (await World.Phones.Events()).Count(happened => happened.What == "call-ringing" && happened.Phone == phone);
    }
}
