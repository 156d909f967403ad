namespace Bot.Staff.Word.Reading;

/// <summary>Something in the Word file that the draft does not carry: what it is, in words for staff, and the text it holds.</summary>
internal sealed record Remark(string What, string Text = "");
