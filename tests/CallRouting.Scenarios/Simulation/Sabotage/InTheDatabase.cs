using CallRouting.Core.Calls;
using CallRouting.Server.Callbacks;

namespace CallRouting.Scenarios.Simulation.Sabotage;

/// <summary>1. The timeline never says that a call has ended.</summary>
internal sealed class SilentEnd : Saboteur
{
    public override IEnumerable<string> Before =>
        [
            $"""
                create trigger sabotage after insert on timeline when new.kind = '{CallStories.Ended}'
                begin delete from timeline where sequence = new.sequence; end
                """,
        ];
}

/// <summary>3. Flags are of no call-back.</summary>
internal sealed class LostFlag : Saboteur
{
    public override IEnumerable<string> Before =>
        ["create trigger sabotage after insert on flags begin update flags set callback_id = 'lost' where id = new.id; end"];
}

/// <summary>7. Whatever the process before has left to do sleeps for a minute.</summary>
internal sealed class SleepingActions : Saboteur
{
    public override IEnumerable<string> AtBirth =>
        ["update actions set claimed_until = (select max(happened_at) from timeline) + 60000000 where done_at is null and sent_at is null"];
}

/// <summary>8. The timeline has forgotten that something was promised.</summary>
internal sealed class UntoldPromise : Saboteur
{
    public override IEnumerable<string> AtTheEnd =>
        [$"delete from timeline where sequence = (select min(sequence) from timeline where kind = '{CallbackStories.Owed}')"];
}

/// <summary>8. Whoever was accepted on a later rung is counted as accepted on the first.</summary>
internal sealed class Miscounted : Saboteur
{
    public override IEnumerable<string> Before =>
        [
            """
                create trigger sabotage after update of ending on counted_transfers when new.rung = 2
                begin update counted_transfers set rung = 1 where transfer_id = new.transfer_id; end
                """,
        ];
}

/// <summary>8. A day's sums are made, and never again.</summary>
internal sealed class StaleSums : Saboteur
{
    public override IEnumerable<string> AtTheEnd => ["delete from daily_transfers", "update counted_days set stale = 0"];
}
