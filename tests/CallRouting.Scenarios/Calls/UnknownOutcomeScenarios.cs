namespace CallRouting.Scenarios.Calls;

/// <summary>Requests to the provider that hang, break and fail: who was to be rung is rung once, and nobody else waits for it.</summary>
public sealed class UnknownOutcomeScenarios : Scenario
{
    private const string NewCalls = "/Calls.json";

    [TestCase("rest-reset")]
    [TestCase("rest-500-after")]
    [TestCase("rest-html-502")]
    [TestCase("rest-truncated")]
    public async Task A_ringing_whose_answer_was_lost_goes_on_as_if_nothing_had_been(string fault)
    {
        World.Provider.Once(fault, NewCalls);
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
        await World.TimelineTells("Primary: ringing", "Primary: accepted", "Primary: connected");
    }

    [TestCase("rest-500-before")]
    [TestCase("rest-503-before")]
    public async Task A_ringing_that_was_never_made_leads_to_the_next_rung_and_is_not_made_up_for(string fault)
    {
        World.Provider.Once(fault, NewCalls);
        await World.CallerToNittedal();
        await Officer("Backup").Rings(within: 15);
        await Officer("Primary").IsFree();
        await World.TimelineTells("Primary: our failure", "Backup: ringing");
        Assert.That((await World.TheTransfer()).Attempts[0].Why, Is.EqualTo("the provider knows of no such call"));
    }

    [Test]
    public async Task A_request_that_hangs_is_known_by_the_first_report_of_the_telephone_that_rings()
    {
        World.Provider.Once("rest-hang-after", NewCalls);
        var caller = await World.CallerToNittedal();
        await Officer("Primary").AnswersAndPresses("1");
        await caller.IsTalkingWith("Primary");
    }

    [Test]
    public async Task A_request_that_hangs_keeps_nobody_else_waiting()
    {
        World.Provider.Once("rest-hang-before", NewCalls);
        await World.CallerToNittedal();
        await World.DialsTheDoorOf("0104", "Second caller");
        await Officer("Moss Primary").Rings();
        await Officer("Moss Primary").AnswersAndPresses("1");
        await World.Caller("Second caller").IsTalkingWith("Moss Primary");
        await Officer("Backup").Rings(within: 16);
    }

    [Test]
    public async Task Too_many_requests_are_made_a_little_later()
    {
        World.Provider.Once("rest-429", NewCalls);
        await World.CallerToNittedal();
        await Officer("Primary").Rings(within: 25);
    }

    [Test]
    public async Task A_way_into_the_room_that_failed_is_shown_again()
    {
        var caller = await World.CallerToNittedal();
        World.Provider.Once("rest-503-before", "/Calls/");
        await Officer("Primary").AnswersAndPresses("1");
        await World.Until(async () => (await World.TheTransfer()).State == "Connected", "both are in the room", 5);
        await caller.IsTalkingWith("Primary");
    }
}
