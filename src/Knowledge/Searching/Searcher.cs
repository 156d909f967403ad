using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Finds the passages that hold most of a question's evidence: the postings name those worth reading, and reading them decides.</summary>
public sealed class Searcher(PassageIndex index)
{
    [ThreadStatic]
    private static Tools? tools;

    /// <summary>The best passages for a question, best first, ties in the passages' order.</summary>
    /// <param name="question">The question, analyzed by the index's analyzer.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="context">An earlier question that this one leans on.</param>
    /// <param name="omission">Evidence to leave out.</param>
    public ImmutableArray<Hit> Search(AnalyzedQuestion question, int most, AnalyzedQuestion? context = null, Omission? omission = null)
    {
        if (index.Count == 0) return [];
        var (asked, candidates, reading, hits) = tools ??= new Tools(new Asked(), new CandidateSearch(), new PassageReading(), []);
        asked.Begin(index);
        try
        {
            asked.Add(question, 1, isContext: false);
            if (context is not null) asked.Add(context, index.Parameters.Context, isContext: true);
            candidates.Run(asked, index, Math.Max(most, index.Parameters.Candidates + (int)(index.Parameters.CandidatesPerRoot * MathF.Sqrt(index.Count))));
            reading.Begin(asked, index, question);
            if (omission is { } left)
            {
                asked.LeaveOut(Found(left.Passage, -1), Found(left.Passage, left.Part));
                // What is rarer without the part is worth more.
                reading.Begin(asked, index, question);
            }
            hits.Clear();
            foreach (var (_, passage) in candidates.Found)
                if (passage != omission?.Passage)
                    Read(passage, -1);
            if (omission is { Passage: var tested, Part: var part }) Read(tested, part);
            hits.Sort(static (a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Passage.CompareTo(b.Passage));
            if (hits.Count > most) hits.RemoveRange(most, hits.Count - most);
            return [.. hits];
        }
        finally
        {
            asked.End();
        }

        PassageReading.Frequencies Found(int passage, int omitted)
        {
            reading.Read(passage, omitted);
            return reading.Found();
        }

        void Read(int passage, int omitted)
        {
            reading.Read(passage, omitted);
            if (reading.Score() is > 0 and var score) hits.Add(reading.Judge(passage, score));
        }
    }

    private sealed record Tools(Asked Asked, CandidateSearch Candidates, PassageReading Reading, List<Hit> Hits);
}
