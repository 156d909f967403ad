using System.Globalization;
using Bot.Conversations;

namespace Bot.Tests.Conversations;

public class TranscriptTests
{
    public static TheoryData<string> Names => [.. Transcripts.Keys.Order()];

    private static Dictionary<string, Transcript> Transcripts { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryContent.Root, "tests/Bot.Tests/Conversations/Transcripts"), "*.md").SelectMany(Transcript.Read).ToDictionary(t => t.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_conversation_goes_as_written(string name)
    {
        var (conversation, now, found) = (Conversation.New, Transcript.Noon("2026-11-22"), (string?)null);
        var (isUnannounced, isRecorded, seq) = (false, false, 0);
        var (banner, off, banners) = ((Banner?)null, (SwitchedOff?)null, 0);
        var brain = RepositoryContent.Edition.Brain;
        Turn? waiting = null;
        IReadOnlyList<Reply> replies = [];
        var isChecked = true;
        foreach (var (line, kind, text) in Transcripts[name].Steps)
        {
            switch (kind)
            {
                case '@': now = text[0] == '+' ? now.AddMinutes(int.Parse(text[1..], CultureInfo.InvariantCulture)) : Transcript.Noon(text); break;
                case '*' when text == "câu hỏi được ghi": isRecorded = true; break;
                case '*': isUnannounced = true; break;
                case '|': banner = text.Length == 0 ? null : new Banner(++banners, text, now, now.AddYears(1)); break;
                case '/': off = text == "bật" ? null : new SwitchedOff(text == "tắt" ? null : text["tắt:".Length..].Trim(), now); break;
                // What a look-up brings is written before the message that leads to it.
                case '~': found = text; break;
                case '>' or '+' or '&' or '%' or '^' or '$':
                    waiting = kind switch
                    {
                        '>' => new Said(now, text),
                        '+' => new Joined(now),
                        '&' => new Attached(now, text),
                        '^' => new DossierChanged(now, text),
                        '$' => new QuestionReplied(now, int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
                        _ => new TakenOver(now, now.AddMinutes(int.Parse(text, CultureInfo.InvariantCulture))),
                    };
                    waiting = waiting with { IsUnannounced = isUnannounced, IsRecorded = isRecorded, Seq = ++seq, Banner = banner, Off = off };
                    var decision = brain.Decide(conversation, waiting);
                    replies = decision.Replies;
                    if (decision.Effect is { } effect)
                    {
                        var brought = Brought.By(found ?? throw new InvalidOperationException($"{name}:{line}: tra cứu mà không có dòng «~»"), effect.Code);
                        decision = brain.Decide(decision.Next, new LookedUp(now, effect, brought) { Banner = banner });
                        replies = [.. replies, .. decision.Replies];
                        found = null;
                    }
                    conversation = decision.Next;
                    isChecked = false;
                    break;
                default:
                    Check(line, kind, text, replies);
                    isChecked = true;
                    break;
            }
        }
        Assert.True(isChecked, "Lời cuối cùng chưa được kiểm.");
        Assert.Null(found);
    }

    private static void Check(int line, char kind, string text, IReadOnlyList<Reply> replies)
    {
        var said = Plain(string.Join('\n', replies.Select(r => r.Markdown)));
        var ok = kind switch
        {
            '<' => said.Contains(Plain(text), StringComparison.OrdinalIgnoreCase),
            '!' => !said.Contains(Plain(text), StringComparison.OrdinalIgnoreCase),
            '=' when text == "im lặng" => replies.Count == 0,
            '=' => replies.Count > 0 && string.Equals(replies[^1].Outcome.ToString(), text, StringComparison.OrdinalIgnoreCase),
            _ => replies.SelectMany(r => r.Buttons).Any(b => b.Title == text),
        };
        Assert.True(ok, $"dòng {line}: «{kind} {text}»; trợ lý nói ({(replies.Count > 0 ? replies[^1].Outcome : null)}): {said} [{string.Join("] [", replies.SelectMany(r => r.Buttons).Select(b => b.Title))}]");
    }

    private static string Plain(string text) => text.Replace("**", "", StringComparison.Ordinal).Normalize();
}
