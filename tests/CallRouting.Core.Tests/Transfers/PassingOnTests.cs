using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>A connected officer steps out of the room and says where the caller is to be sent.</summary>
public sealed class PassingOnTests
{
    [Test]
    public void Stepping_out_takes_the_caller_out_of_the_silent_room_too()
    {
        var story = SteppedOut();
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Transfer.CallerIsInRoom, Is.False);
        Assert.That(story.State, Is.InstanceOf<PassingOn>());
    }

    [Test]
    public void While_an_agent_is_there_the_officers_key_does_nothing()
    {
        var story = Warm("Anna").Starts().Connects("Anna")["Anna"].Presses('*');
        Assert.That(story.Last.IsNothing);
    }

    [Test]
    public void An_officer_who_goes_back_meets_the_caller_in_a_new_room()
    {
        var story = SteppedOut();
        var before = story.Transfer.Room;
        story.Tell(new OfficerGoesBack(1), new OfficerEntered(1));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Transfer.Room, Is.EqualTo(before + 1));
        Assert.That(story.Tell(new CallerEntered()).State, Is.EqualTo(new Connected(1)));
    }

    [Test]
    public void An_officer_who_says_nothing_is_led_back_to_the_caller()
    {
        var story = SteppedOut().Passes(60);
        Assert.That(story.State, Is.InstanceOf<Rejoining>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
    }

    [Test]
    public void Questions_take_no_more_time_than_the_first()
    {
        var story = SteppedOut().Passes(50).Tell(new PassOnAsked(1, new PassOnQuestion(PassOnAsks.Postcode))).Passes(10);
        Assert.That(story.State, Is.InstanceOf<Rejoining>());
    }

    [Test]
    public void An_officer_who_hangs_up_instead_is_lost_and_the_caller_is_kept()
    {
        var story = SteppedOut()["Anna"].HangsUp();
        Assert.That(story.State, Is.InstanceOf<Interrupted>());
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
    }

    [Test]
    public void An_officer_who_does_not_come_back_in_is_lost_and_the_caller_is_kept()
    {
        var story = SteppedOut().Tell(new OfficerGoesBack(1)).Passes(10);
        Assert.That(story.State, Is.InstanceOf<Interrupted>());
        Assert.That(story.Actions, Is.EquivalentTo(new TransferAction[] { new TellCaller(), new EndOfficer(1) }));
        Assert.That(story["Anna"].Outcome, Is.EqualTo(Outcome.Accepted), "they have talked: the office did answer");
    }

    [Test]
    public void A_caller_who_hangs_up_meanwhile_has_had_a_whole_call()
    {
        var story = SteppedOut().Tell(new CallerGone());
        Assert.That(story.State, Is.EqualTo(new Completed()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
    }

    [Test]
    public void Passed_on_by_keys_the_transfer_is_over_and_the_caller_is_told()
    {
        var story = SteppedOut().Tell(new PassesOn("0104-general", WrongOffice: false));
        Assert.That(story.State, Is.EqualTo(new PassedOn()));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellCaller() }));
        Assert.That(story.Transfer.Misrouted, Is.False);
        Assert.That(story.Timeline.TakeLast(1), Is.EqualTo(new[] { "Anna: passed on" }));
    }

    [Test]
    public void A_wrong_office_is_noted_and_told()
    {
        var story = Direct("Anna").Starts().Connects("Anna").Tell(new PassesOn("contact centre", WrongOffice: true));
        Assert.That(story.Actions, Is.EquivalentTo(new TransferAction[] { new TellOfficer(1), new TellCaller() }));
        Assert.That(story.Transfer.Misrouted);
        Assert.That(story.Timeline.TakeLast(2), Is.EqualTo(new[] { "Anna: passed on", "Anna: wrong office" }));
    }

    [Test]
    public void Passed_on_while_an_agent_is_there_the_caller_stays_with_the_agent()
    {
        var story = Warm("Anna").Starts().Connects("Anna").Tell(new PassesOn("0104-general", WrongOffice: false));
        Assert.That(story.Actions, Is.EqualTo(new[] { new TellOfficer(1) }));
        Assert.That(story.Transfer.CallerIsInRoom);
    }

    [TestCase(PassOnAsks.WhereTo, "1", "back")]
    [TestCase(PassOnAsks.WhereTo, "2", "contact centre")]
    [TestCase(PassOnAsks.WhereTo, "3", "asks Postcode")]
    [TestCase(PassOnAsks.WhereTo, "4", "asks Postcode, wrong office")]
    [TestCase(PassOnAsks.WhereTo, "7", "asks WhereTo")]
    [TestCase(PassOnAsks.WhereTo, "", "asks WhereTo")]
    [TestCase(PassOnAsks.Postcode, "1481", "asks IsItRight 1481")]
    [TestCase(PassOnAsks.Postcode, "0150", "asks AnotherPostcode")]
    [TestCase(PassOnAsks.Postcode, "14", "asks AnotherPostcode")]
    [TestCase(PassOnAsks.Postcode, "#", "contact centre")]
    [TestCase(PassOnAsks.Postcode, "14#", "contact centre")]
    [TestCase(PassOnAsks.Postcode, "", "asks Postcode")]
    [TestCase(PassOnAsks.AnotherPostcode, "1481", "asks IsItRight 1481")]
    [TestCase(PassOnAsks.AnotherPostcode, "#", "contact centre")]
    [TestCase(PassOnAsks.IsItRight, "1", "office 0233")]
    [TestCase(PassOnAsks.IsItRight, "2", "asks Postcode")]
    [TestCase(PassOnAsks.IsItRight, "", "asks IsItRight 1481")]
    public void Each_key_means_one_thing(PassOnAsks asks, string keys, string means)
    {
        var question = new PassOnQuestion(asks, Postcode: asks == PassOnAsks.IsItRight ? "1481" : null);
        Assert.That(Words(PassOnRules.Hear(question, keys, OfficeAt)), Is.EqualTo(means));
    }

    [Test]
    public void That_it_is_the_wrong_office_is_remembered_to_the_end()
    {
        var question = new PassOnQuestion(PassOnAsks.WhereTo);
        foreach (var keys in new[] { "4", "9999", "1481" })
        {
            question = ((PassOnAnswer.Ask)PassOnRules.Hear(question, keys, OfficeAt)).Question;
        }
        Assert.That(Words(PassOnRules.Hear(question, "1", OfficeAt)), Is.EqualTo("office 0233, wrong office"));
    }

    private static TransferStory SteppedOut() => Direct("Anna").Starts().Connects("Anna")["Anna"].Presses('*');

    private static UnitNumber? OfficeAt(string postcode) => postcode == "1481" ? new UnitNumber("0233") : null;

    private static string Words(PassOnAnswer answer) =>
        answer switch
        {
            PassOnAnswer.Ask { Question: var asked } => $"asks {asked.Asks} {asked.Postcode}".TrimEnd() + Wrong(asked.WrongOffice),
            PassOnAnswer.ToContactCentre to => "contact centre" + Wrong(to.WrongOffice),
            PassOnAnswer.ToOffice to => $"office {to.Office.Value}" + Wrong(to.WrongOffice),
            _ => "back",
        };

    private static string Wrong(bool office) => office ? ", wrong office" : "";
}
