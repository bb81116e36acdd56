using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Officers answer or do not, press, are let in, hang up.</summary>
internal sealed partial class UnreliableWorld
{
    private bool SomeOfficerActs()
    {
        var live = officers
            .Where(officer => officer.Value.Place != Place.Nowhere && !(quiet && officer.Value.Place == Place.InRoom))
            .ToList();
        if (live.Count == 0)
        {
            return false;
        }
        var (number, leg) = live[random.Next(live.Count)];
        switch (leg.Place)
        {
            case Place.Ringing when quiet || random.Next(3) == 0:
                HangUpOfficer(number, LegEnding.NoAnswer);
                break;
            case Place.Ringing:
                leg.Place = Place.OnOurLine;
                Tells(new AttemptAnswered(number));
                break;
            case Place.OnOurLine when Transfer.State is Joining joining && joining.Attempt == number:
                OfficerAsks(number);
                return officers[number].Place != Place.OnOurLine;
            case Place.OnOurLine when Transfer.State is Rejoining rejoining && rejoining.Attempt == number:
                OfficerAsks(number);
                return officers[number].Place != Place.OnOurLine;
            case Place.OnOurLine when Transfer.State is PassingOn passing && passing.Attempt == number && !(quiet && random.Next(2) == 0):
                return OfficerSaysWhere(number);
            case Place.OnOurLine when quiet:
                HangUpOfficer(number, LegEnding.Completed);
                break;
            case Place.OnOurLine:
                OfficerPresses(number);
                break;
            case Place.InRoom when random.Next(4) == 0:
                OfficerStepsOut(number, leg);
                break;
            case Place.InRoom when random.Next(4) == 0:
                HangUpOfficer(number, LegEnding.Completed);
                break;
        }
        return true;
    }

    // Where no passing on is possible, the officer is led straight back.
    private void OfficerStepsOut(int number, Leg leg)
    {
        leg.Place = Place.OnOurLine;
        story.Tell(new OfficerPressed(number, '*'));
        if (Transfer.State is not PassingOn)
        {
            OfficerAsks(number);
        }
    }

    // Or says nothing, until the time is up.
    private bool OfficerSaysWhere(int number)
    {
        switch (quiet ? 6 : random.Next(8))
        {
            case 0:
                story.Tell(new OfficerGoesBack(number));
                OfficerAsks(number);
                break;
            case 1:
                story.Tell(new PassesOn("elsewhere", random.Next(2) == 0));
                OfficerAsks(number);
                break;
            case 2:
                story.Tell(new PassOnAsked(number, new PassOnQuestion(PassOnAsks.Postcode)));
                break;
            case 3:
                HangUpOfficer(number, LegEnding.Completed);
                break;
            default:
                return false;
        }
        return true;
    }

    private void OfficerPresses(int number)
    {
        var key = "11123"[random.Next(5)];
        story.Tell(new OfficerPressed(number, key));
        if (key == '2')
        {
            HangUpOfficer(number, LegEnding.Completed);
        }
        else
        {
            OfficerAsks(number);
        }
    }

    // The officer goes into the room when the caller cannot hear, or may.
    private void OfficerAsks(int number)
    {
        var leg = officers[number];
        if (leg.Place is Place.Nowhere or Place.Ringing || Transfer[number].CanAccept)
        {
            return;
        }
        if (Transfer.State is PassingOn passing && passing.Attempt == number)
        {
            return;
        }
        if (!MayEnter(number))
        {
            HangUpOfficer(number, LegEnding.Completed);
        }
        else if (
            Transfer is not { State: Joining { OfficerIsIn: false } }
            || Transfer is { HasAgent: false } or { SkipConsult: true } or { AgentIsLeaving: true } or { CallerIsHeld: true }
        )
        {
            (leg.Place, leg.Room) = (Place.InRoom, Transfer.Room);
            Tells(new OfficerEntered(number), Transfer.Room);
        }
    }

    private bool MayEnter(int number) =>
        Transfer.State switch
        {
            Joining at => at.Attempt == number,
            Rejoining at => at.Attempt == number,
            Consulting at => at.Attempt == number,
            RingingCaller at => at.Attempt == number,
            Connected at => at.Attempt == number,
            _ => false,
        };

    private void HangUpOfficer(int number, LegEnding ending)
    {
        var leg = officers[number];
        if (leg.Place == Place.Nowhere)
        {
            return;
        }
        // Whoever was in a room is missed there, and the server's sweep finds it out; nobody else needs to be.
        Tells(new AttemptEnded(number, ending), mayBeLost: leg.Place != Place.InRoom);
        leg.Place = Place.Nowhere;
    }
}
