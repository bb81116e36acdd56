using CallRouting.Core.Calls;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Notices;

/// <summary>Calls of ours in which no caller is: a phone that is tried before a shift, and one that hears its code.</summary>
public sealed class Errands(Drills drills, PhoneCodes codes)
{
    public Task<Script> Script(Leg leg, UnitOfWork unit) => leg.Role == LegRoles.Drill ? drills.Script(leg, unit) : codes.Script(leg, unit);

    public Task Hear(Leg leg, string keys, UnitOfWork unit) =>
        leg.Role == LegRoles.Drill ? drills.Hear(leg, keys, unit) : Task.CompletedTask;
}
