using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>The caller waits, is moved, chooses, leaves, is rung; the agent presses keys and is lost.</summary>
internal sealed partial class UnreliableWorld
{
    private bool CallerActs()
    {
        switch (caller.Place)
        {
            case Place.Ringing when quiet || random.Next(2) == 0:
                HangUpCaller();
                return true;
            case Place.Ringing:
                CallerAsks();
                return true;
            case Place.OnOurLine or Place.InRoom when !quiet && random.Next(12) == 0:
                HangUpCaller();
                return true;
            case Place.OnOurLine when !quiet && random.Next(12) == 0:
                story.Tell(new CallerChoseCallback());
                HangUpCaller();
                return true;
            case Place.OnOurLine:
                CallerAsks();
                return caller.Place != Place.OnOurLine;
            default:
                return false;
        }
    }

    private void CallerAsks()
    {
        if (caller.Place == Place.Nowhere)
        {
            return;
        }
        callerIsHeld = false;
        switch (Transfer.State)
        {
            case Joining { OfficerIsIn: true } or Rejoining { OfficerIsIn: true } or Connected:
            case RingingCaller when !endedCallers.Contains(caller):
                (caller.Place, caller.Room) = (Place.InRoom, Transfer.Room);
                Tells(new CallerEntered(), Transfer.Room, caller);
                break;
            case Completed or Abandoned:
                HangUpCaller();
                break;
            default:
                caller.Place = Place.OnOurLine;
                break;
        }
    }

    private void HangUpCaller()
    {
        if (caller.Place == Place.Nowhere)
        {
            return;
        }
        if (caller.Place == Place.Ringing)
        {
            Tells(new CallerNotReached(), room: null, caller);
        }
        else
        {
            Tells(new CallerGone(), room: null, caller, mayBeLost: false);
        }
        caller.Place = Place.Nowhere;
        callerIsHeld = false;
    }

    private void Hold(bool on)
    {
        if (caller.Place == Place.InRoom && callerIsHeld != on)
        {
            callerIsHeld = on;
            Tells(on ? new CallerHeld() : new CallerUnheld(), caller.Room, caller);
        }
    }

    // The console's keys may still be pressed when the agent's leg is gone.
    private bool AgentActs()
    {
        if (!hasConsole)
        {
            return false;
        }
        switch (random.Next(12))
        {
            case 0:
                LoseAgent();
                break;
            case 1:
                story.Tell(new AgentSkipsConsult());
                break;
            case 2:
                story.Tell(new AgentCancels());
                break;
            case 3:
                story.Tell(new AgentReturns());
                break;
            case 4 or 5:
                story.Tell(new AgentLeaves());
                break;
            default:
                story.Tell(new AgentMerges());
                break;
        }
        return true;
    }

    private void LoseAgent()
    {
        if (agentIsThere)
        {
            agentIsThere = false;
            Tells(new AgentGone(), mayBeLost: false);
        }
    }
}
