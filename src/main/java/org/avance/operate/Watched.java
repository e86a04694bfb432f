package org.avance.operate;

import org.avance.job.Progress;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.monitor.LoadWatch;

/** What loads say of themselves, for who looks at a terminal and for who is told otherwise. */
record Watched(Run.Watcher watcher, LoadWatch watch) implements Progress {
  @Override
  public void at(String feed, String fileName, String step, long records) {
    watcher.at(feed, fileName, step, records);
  }

  @Override
  public void began(LoadStart start) {
    watch.began(start);
  }

  @Override
  public void stepEnded(String feed, String step, double seconds) {
    watch.stepEnded(feed, step, seconds);
  }

  @Override
  public void ended(LoadResult result) {
    watch.ended(result);
  }
}
