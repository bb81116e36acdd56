namespace CallRouting.Core.Rosters;

/// <summary>
/// One officer takes another's shift (bytte). It is attached to the shift and not to its time, so it stays when the rule's hours or
/// hand-over are edited. An exchange is two swaps. It holds only while the shift is the giver's: after the order of a rotation was
/// changed, nobody finds themselves on duty by an agreement about somebody else's shift.
/// </summary>
/// <param name="Day">Only this day of the turn, from 0; null: the whole shift.</param>
public sealed record Swap(string Id, ShiftId Shift, string Giver, string Taker, Decided Decided, int? Day = null);
