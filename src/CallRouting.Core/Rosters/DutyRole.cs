namespace CallRouting.Core.Rosters;

/// <summary>
/// A layer of a duty line, in the order in which people are rung. Two are enough for most offices; a <see cref="Layer"/> gives each a name.
/// </summary>
public enum DutyRole
{
    Primary,

    /// <summary>Bakvakt: rung when the primary does not accept.</summary>
    Backup,

    Third,

    Fourth,

    Fifth,
}
