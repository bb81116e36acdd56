using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>"Did you get the help you needed?" One question, and silence is an answer.</summary>
public sealed class AfterwardsTests
{
    private static Caller Asked() => new Caller().Dials().Presses("1", "1", "1481", "1").Enters(Entries.Afterwards);

    [Test]
    public void One_question_is_asked() => Asked().HearsPrompts("ask_helped").Hears("Ja, tast 1. Nei, tast 2.");

    [Test]
    public void Yes_is_kept_and_said_goodbye_to()
    {
        var caller = Asked().Presses("1").HearsPrompts("goodbye");
        caller.IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.SaidHelped(GotHelp: true)]));
    }

    [Test]
    public void No_is_kept_and_told_that_we_can_be_called_again()
    {
        var caller = Asked().Presses("2").Hears("Trenger du mer hjelp, ring oss igjen på 55 55 33 33.");
        caller.IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.SaidHelped(GotHelp: false)]));
    }

    [Test]
    public void Silence_ends_it_at_once_and_says_nothing_about_the_help()
    {
        var caller = Asked().SaysNothing();
        caller.IsSaidGoodbye();
        Assert.That(caller.Effects, Is.Empty);
    }

    [Test]
    public void Who_is_asked_has_been_served_until_they_go_on_to_somebody()
    {
        Assert.That(Asked().Visit.Served, Is.True);
        Assert.That(Asked().Enters(Entries.UnansweredUrgent).Visit.Served, Is.False);
    }

    [Test]
    public void The_question_can_be_switched_off()
    {
        using var folder = new FlowFolder();
        folder.Change("national.yaml", "afterwards: { switch: on", "afterwards: { switch: off");
        Assert.That(folder.Faults, Is.Empty);

        var flow = Flows.Read(folder.Folder).Flows.Single();
        new Caller { Flow = flow }
            .Enters(Entries.Afterwards)
            .HearsPrompts("goodbye")
            .IsSaidGoodbye();
    }
}
